package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The one sentence on top of the page: whether every open position is protected. {@code level} is UNPROTECTED, PARTIAL (not every partition
 * answers, so nobody knows) or PROTECTED.
 */
final class Headline {

    private Headline() {}

    /** The headline of {@code rows}, as shown, where {@code positions} says which partitions answer. */
    static ObjectNode of(Collection<ObjectNode> rows, Positions positions) {
        ObjectNode headline = JsonNodeFactory.instance.objectNode();
        long open = rows.size();
        long unprotected = rows.stream().filter(Headline::isUnprotected).count();
        long dust = rows.stream().filter(row -> row.path("dust").asBoolean()).count();
        int missing = positions.missing().size();
        headline.put("level", unprotected > 0 ? "UNPROTECTED" : missing > 0 ? "PARTIAL" : "PROTECTED")
                .put("text", text(open, unprotected, dust, positions))
                .put("open", open)
                .put("unprotected", unprotected)
                .put("dust", dust)
                .put("openRiskR", sum(rows, -1).toPlainString())
                .put("lockedR", sum(rows, 1).toPlainString())
                .put("watching", countOf(rows, "WATCHING"))
                .put("trailing", countOf(rows, "TRAILING"))
                .put("exiting", countOf(rows, "TRIGGERED"));
        longest(rows).ifPresent(row -> headline.set("worst", worst(row)));
        return headline;
    }

    private static String text(long open, long unprotected, long dust, Positions positions) {
        String partial = positions.missing().isEmpty()
                ? ""
                : "%d of %d partitions answer"
                        .formatted(positions.partitions() - positions.missing().size(), positions.partitions());
        if (unprotected > 0) {
            return "%d OF %d UNPROTECTED".formatted(unprotected, open) + (partial.isEmpty() ? "" : ", " + partial);
        }
        if (!partial.isEmpty()) {
            return partial + ": protection is not known for the others";
        }
        return protectedText(open - dust) + (dust > 0 ? ", %d too small to protect".formatted(dust) : "");
    }

    private static String protectedText(long open) {
        return open == 0
                ? "NO OPEN POSITION"
                : open == 1 ? "THE ONE POSITION IS PROTECTED" : "ALL %d POSITIONS PROTECTED".formatted(open);
    }

    private static boolean isUnprotected(ObjectNode row) {
        return row.path("unprotected").asBoolean();
    }

    /** The position that is unprotected for the longest time. */
    private static Optional<ObjectNode> longest(Collection<ObjectNode> rows) {
        return rows.stream()
                .filter(Headline::isUnprotected)
                .min(Comparator.comparingLong(
                        row -> row.path("unprotectedSince").asLong(Long.MAX_VALUE)));
    }

    private static ObjectNode worst(ObjectNode row) {
        ObjectNode worst = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"key", "side", "quantity", "unprotectedSince", "why"}) {
            worst.set(field, row.get(field));
        }
        return worst;
    }

    private static long countOf(Collection<ObjectNode> rows, String state) {
        return rows.stream()
                .filter(row -> row.path("stop").path("state").asText().equals(state))
                .count();
    }

    /** The sum of the results at the stops that have the sign {@code sign}, in R, >= 0. */
    private static BigDecimal sum(Collection<ObjectNode> rows, int sign) {
        return rows.stream()
                .map(row -> row.path("ifStopped").path("r"))
                .filter(JsonNode::isTextual)
                .map(r -> new BigDecimal(r.asText()))
                .filter(r -> r.signum() == sign)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(sign));
    }
}
