package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** I10: a snapshot that equals the snapshot before it, and the known position, changes nothing. */
final class EqualSnapshotAudit {

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private final Set<String> reported = new HashSet<>();
    private Optional<JsonNode> previous = Optional.empty();
    private Optional<String> previousKey = Optional.empty();
    private String booksBefore = "";

    EqualSnapshotAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    void before(Line input) {
        booksBefore = input.key().map(this::openPositions).orElse("");
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
            outputs.stream()
                    .filter(output -> !isExit(output))
                    .forEach(output -> find.accept(Invariant.I10, "output after an equal snapshot: " + output));
        }
        previous = current;
        previousKey = input.key();
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
