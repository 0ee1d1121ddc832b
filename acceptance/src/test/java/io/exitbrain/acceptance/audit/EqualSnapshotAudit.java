package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * I10: a snapshot that equals the snapshot before it, and the known position, changes nothing.
 *
 * <p>One change is allowed: the take-profit legs shrink or count as filled some time after a snapshot reduced the position, once.
 */
final class EqualSnapshotAudit {

    private static final Set<String> LEG_RULES = Set.of("3 reduced", "3 leg filled", "3 break-even");

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private final Set<String> reported = new HashSet<>();
    private final Set<String> owedLegs = new HashSet<>();
    private Optional<JsonNode> previous = Optional.empty();
    private Optional<String> previousKey = Optional.empty();
    private String booksBefore = "";
    private BigDecimal openBefore = BigDecimal.ZERO;

    EqualSnapshotAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void before(Line input) {
        booksBefore = input.key().map(this::openPositions).orElse("");
        openBefore = input.key().map(this::openQuantity).orElse(BigDecimal.ZERO);
    }

    void after(Books.Read read, Line input, List<Line> outputs) {
        if (input.topic().equals("execution-reports")) {
            input.key().ifPresent(reported::add);
        }
        Optional<JsonNode> current =
                read.kind() == Books.Kind.VALID && input.topic().equals("positions")
                        ? input.object().map(EqualSnapshotAudit::withoutTime)
                        : Optional.empty();
        boolean isEqual =
                current.isPresent() && current.equals(previous) && input.key().equals(previousKey);
        if (isEqual
                && !reported.contains(input.key().orElse(""))
                && booksBefore.equals(openPositions(input.key().orElse("")))) {
            boolean mayShrinkLegs = owedLegs.contains(input.key().orElse(""));
            outputs.stream()
                    .filter(output -> !isExit(output) && !(mayShrinkLegs && isOfLegs(output)))
                    .forEach(output -> find.accept(Invariant.I10, "output after an equal snapshot: " + output));
        }
        previous = current;
        previousKey = input.key();
        input.key().ifPresent(symbol -> followLegs(symbol, input, outputs));
    }

    private void followLegs(String symbol, Line input, List<Line> outputs) {
        boolean reduces = openQuantity(symbol).compareTo(openBefore) < 0;
        if (input.topic().equals("positions") && reduces) {
            owedLegs.add(symbol);
        } else if (outputs.stream().anyMatch(EqualSnapshotAudit::isReduction)) {
            owedLegs.remove(symbol);
        }
    }

    /** A plan with smaller or filled legs, the events that say so, and the break-even of a filled leg; no other command. */
    private static boolean isOfLegs(Line output) {
        return output.topic().equals("exit-plans")
                || output.object()
                        .filter(value -> LEG_RULES.contains(value.path("rule").asText())
                                || value.path("reason").asText().equals("BREAK_EVEN"))
                        .isPresent();
    }

    private static boolean isReduction(Line output) {
        return output.object()
                .filter(value -> value.path("rule").asText().equals("3 reduced"))
                .isPresent();
    }

    private BigDecimal openQuantity(String symbol) {
        BigDecimal open = BigDecimal.ZERO;
        for (SideBook side : books.symbol(symbol).sides()) {
            open = open.add(side.quantity());
        }
        return open;
    }

    private static JsonNode withoutTime(JsonNode snapshot) {
        // a snapshot that was too old to count may still have raised the leverage
        return snapshot.has("leverage") ? snapshot : ((ObjectNode) snapshot.deepCopy()).without(List.of("updateTime"));
    }

    /** An EXIT is repeated as time passes, together with an event. */
    private static boolean isExit(Line output) {
        return output.object()
                .filter(value -> value.path("action").asText().equals("EXIT")
                        || Set.of("TRIGGERED", "REFUSED")
                                .contains(value.path("event").asText()))
                .isPresent();
    }

    private String openPositions(String symbol) {
        List<String> open = new ArrayList<>();
        books.symbol(symbol)
                .sides()
                .forEach(side -> open.add(side.signed() + " " + side.entry() + " " + side.instance()));
        return open.toString();
    }
}
