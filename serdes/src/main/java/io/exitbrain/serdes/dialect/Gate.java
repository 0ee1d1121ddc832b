package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Frames;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Unwrapping;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a record is before one of its fields is read: bytes to JSON, out of the envelopes, recognise the dialect, read that dialect's
 * names only.
 */
public final class Gate {

    /** The name of our own dialect. */
    public static final String OWN_DIALECT = ExitBrain.NAME;

    /** The kind of a skipped order that has executed something. */
    public static final String EXECUTED_ORDER = Orders.EXECUTED_ORDER;

    private static final List<Dialect> DIALECTS =
            List.of(new Binance(), new Bybit(), new Okx(), new Hyperliquid(), new Ccxt());

    private static final Set<MessageKind> OF_ORDERS = EnumSet.of(MessageKind.ORDER_FILL, MessageKind.EXECUTION_REPORT);

    private final Optional<MessageKind> expected;
    private final ExitBrain own;
    private final Unwrapping unwrapping = new Unwrapping(this::verdictsOn);

    private Gate(Optional<MessageKind> expected) {
        this.expected = expected;
        own = new ExitBrain(expected);
    }

    /** The gate of the topic of {@code kind}. */
    public static Gate of(MessageKind kind) {
        return new Gate(Optional.of(kind));
    }

    /** The gate of a topic for messages of any kind. */
    public static Gate ofAnyKind() {
        return new Gate(Optional.empty());
    }

    /**
     * The verdicts on what {@code record} holds, at least one.
     *
     * @throws Refusal if the record as a whole cannot be used
     */
    public List<Verdict> read(byte[] record) {
        return unwrapping.read(Frames.jsonIn(record));
    }

    private List<Verdict> verdictsOn(Payload payload) {
        List<Dialect> spoken =
                DIALECTS.stream().filter(dialect -> dialect.isSpokenIn(payload)).toList();
        if (spoken.size() > 1) {
            throw new Refusal(mixed(spoken));
        }
        List<Verdict> verdicts = (spoken.isEmpty() ? own : spoken.get(0)).read(payload);
        return verdicts.isEmpty() ? List.of(Verdict.skipped("json", "nothing in it")) : preferred(verdicts);
    }

    /** An execution of a command of ours is a fill and a report. Each of their topics takes its own. */
    private List<Verdict> preferred(List<Verdict> verdicts) {
        boolean isPair = verdicts.size() == 2 && kindsOf(verdicts).equals(OF_ORDERS);
        if (!isPair || expected.filter(OF_ORDERS::contains).isEmpty()) {
            return verdicts;
        }
        return verdicts.stream()
                .filter(verdict -> kindOf(verdict).equals(expected))
                .toList();
    }

    private static Set<MessageKind> kindsOf(List<Verdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> kindOf(verdict).stream()).collect(Collectors.toSet());
    }

    private static Optional<MessageKind> kindOf(Verdict verdict) {
        return verdict.fold(found -> Optional.of(found.kind()), other -> Optional.empty());
    }

    private static String mixed(List<Dialect> dialects) {
        return "names of %s at once: send the message as its source gives it"
                .formatted(dialects.stream().map(Dialect::name).collect(Collectors.joining(" and ")));
    }
}
