package io.exitbrain.audit.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.record.AuditRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * I10: a snapshot that equals the snapshot before it, and the known position, changes nothing.
 *
 * <p>One change is allowed: the take-profit legs shrink or count as filled some time after a snapshot reduced the position, once.
 */
final class EqualSnapshotAudit {

    private static final Set<String> LEG_RULES = Set.of("3 reduced", "3 leg filled", "3 break-even");
    private static final Set<String> EVENTS_OF_TIME = Set.of("TRIGGERED", "REFUSED");

    private final Books books;
    private final BiConsumer<Invariant, String> find;
    private final Set<String> reported = new HashSet<>();
    private final Set<String> owedLegs = new HashSet<>();
    /** The newest record of each symbol, where it is a snapshot and nothing of all symbols came after it. */
    private final Map<String, JsonNode> previous = new HashMap<>();

    private String booksBefore = "";
    private BigDecimal openBefore = BigDecimal.ZERO;

    EqualSnapshotAudit(Books books, BiConsumer<Invariant, String> find) {
        this.books = books;
        this.find = find;
    }

    /** The same of {@code symbol}, on other books. */
    EqualSnapshotAudit trial(String symbol, Books others, BiConsumer<Invariant, String> finder) {
        EqualSnapshotAudit trial = new EqualSnapshotAudit(others, finder);
        Stream.of(symbol).filter(reported::contains).forEach(trial.reported::add);
        Stream.of(symbol).filter(owedLegs::contains).forEach(trial.owedLegs::add);
        Optional.ofNullable(previous.get(symbol)).ifPresent(snapshot -> trial.previous.put(symbol, snapshot));
        return trial;
    }

    void before(AuditRecord input) {
        booksBefore = input.key().map(this::openPositions).orElse("");
        openBefore = input.key().map(this::openQuantity).orElse(BigDecimal.ZERO);
    }

    void after(InputReading reading, AuditRecord input, List<AuditRecord> outputs) {
        if (reading.symbol().isEmpty()) {
            previous.clear();
        }
        input.key().ifPresent(symbol -> after(symbol, reading, input, outputs));
    }

    private void after(String symbol, InputReading reading, AuditRecord input, List<AuditRecord> outputs) {
        if (input.topic().equals("execution-reports")) {
            reported.add(symbol);
        }
        Optional<JsonNode> current = snapshotOf(reading, input);
        Optional<JsonNode> before = Optional.ofNullable(previous.remove(symbol));
        boolean isEqual = current.isPresent() && current.equals(before);
        if (isEqual && !reported.contains(symbol) && booksBefore.equals(openPositions(symbol))) {
            unchanged(symbol, outputs);
        }
        current.ifPresent(snapshot -> previous.put(symbol, snapshot));
        followLegs(symbol, input, outputs);
    }

    private void unchanged(String symbol, List<AuditRecord> outputs) {
        boolean mayShrinkLegs = owedLegs.contains(symbol);
        outputs.stream()
                .filter(output -> !isOfTime(output) && !(mayShrinkLegs && isOfLegs(output)))
                .forEach(output -> find.accept(Invariant.I10, "output after an equal snapshot: " + output));
    }

    private void followLegs(String symbol, AuditRecord input, List<AuditRecord> outputs) {
        boolean reduces = openQuantity(symbol).compareTo(openBefore) < 0;
        if (input.topic().equals("positions") && reduces) {
            owedLegs.add(symbol);
        } else if (outputs.stream().anyMatch(EqualSnapshotAudit::isReduction)) {
            owedLegs.remove(symbol);
        }
    }

    /** A plan with smaller or filled legs, the events that say so, and the break-even of a filled leg; no other command. */
    private static boolean isOfLegs(AuditRecord output) {
        return output.topic().equals("exit-plans")
                || output.object()
                        .filter(value -> LEG_RULES.contains(value.path("rule").asText())
                                || value.path("reason").asText().equals("BREAK_EVEN"))
                        .isPresent();
    }

    private static boolean isReduction(AuditRecord output) {
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

    private static Optional<JsonNode> snapshotOf(InputReading reading, AuditRecord input) {
        return reading.kind() == InputReading.Kind.VALID && input.topic().equals("positions")
                ? input.object().map(EqualSnapshotAudit::withoutTime)
                : Optional.empty();
    }

    private static JsonNode withoutTime(JsonNode snapshot) {
        // a snapshot that was too old to count may still have raised the leverage
        return snapshot.has("leverage") ? snapshot : ((ObjectNode) snapshot.deepCopy()).without(List.of("updateTime"));
    }

    /** An EXIT is repeated as time passes, together with an event. */
    private static boolean isOfTime(AuditRecord output) {
        return output.object()
                .filter(value -> value.path("action").asText().equals("EXIT")
                        || EVENTS_OF_TIME.contains(value.path("event").asText()))
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
