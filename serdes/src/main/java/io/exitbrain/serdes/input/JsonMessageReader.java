package io.exitbrain.serdes.input;

import io.exitbrain.serdes.dialect.Gate;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Unwrapping;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a JSON message of one kind: the gate says what the record is, then the fields are checked. */
abstract class JsonMessageReader<T> implements MessageReader<T> {

    private final MessageKind kind;
    private final Gate gate;

    JsonMessageReader(MessageKind kind) {
        this.kind = kind;
        gate = Gate.of(kind);
    }

    @Override
    public final Reading<T> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        try {
            checkTimestamp(recordTimestamp);
            return value == null
                    ? new Reading.Accepted<>(deleted(symbolOfNull(key), recordTimestamp), List.of())
                    : reading(key, value, recordTimestamp);
        } catch (Refusal refusal) {
            return new Reading.Refused<>(refusal.reason());
        }
    }

    /** The message in {@code fields}; bad optional fields add their faults to {@code fields}. */
    abstract T message(String symbol, Fields fields, long recordTimestamp);

    /** The reading of a null value of {@code symbol}. */
    abstract T deleted(String symbol, long recordTimestamp);

    private Reading<T> reading(@Nullable String key, byte[] value, long recordTimestamp) {
        List<Verdict> verdicts = gate.read(value);
        if (verdicts.size() == 1) {
            return verdicts.get(0).fold(found -> found(key, found, recordTimestamp), other -> of(other.element()));
        }
        return new Reading.Several<>(verdicts.stream()
                .map(verdict -> verdict.<Element>fold(
                        found -> Elements.of(found, Optional.empty(), recordTimestamp), Verdict.Other::element))
                .toList());
    }

    private Reading<T> found(@Nullable String key, Verdict.Found found, long recordTimestamp) {
        Optional<String> named = Elements.symbolIn(found);
        if (found.kind() == kind
                && named.or(() -> Optional.of(Symbols.fromKey(key)))
                        .filter(symbol -> symbol.equals(key))
                        .isPresent()) {
            return inPlace(String.valueOf(key), found, recordTimestamp);
        }
        Element element = Elements.of(found, Optional.ofNullable(key), recordTimestamp);
        return element.fold(
                message -> new Reading.Several<>(List.of(message)),
                skipped -> new Reading.Skipped<>(skipped.dialect(), skipped.kind()),
                refused -> new Reading.Refused<>(refused.reason()));
    }

    /** The message of {@code found}, under its own symbol. */
    final Reading<T> inPlace(String symbol, Verdict.Found found, long recordTimestamp) {
        Fields fields = new Fields(found);
        try {
            T message = message(symbol, fields, recordTimestamp);
            return new Reading.Accepted<>(message, fields.faults());
        } catch (Refusal refusal) {
            return new Reading.Refused<>(Elements.reason(found, refusal));
        }
    }

    private Reading<T> of(Element element) {
        return element.fold(
                message -> new Reading.Several<>(List.of(message)),
                this::skipped,
                refused -> new Reading.Refused<>(refused.reason()));
    }

    /** On order-fills an executed order is refused, because its executions are missing there. An empty list never says anything. */
    private Reading<T> skipped(Element.Skipped skipped) {
        if (kind == MessageKind.ORDER_FILL && skipped.kind().equals(Gate.EXECUTED_ORDER)) {
            return new Reading.Refused<>(skipped.dialect()
                    + ": an order is no fill (its price and quantity are what was ordered): send each execution");
        }
        return skipped.equals(Unwrapping.EMPTY)
                ? new Reading.Refused<>("value must be a JSON object, was an empty array")
                : new Reading.Skipped<>(skipped.dialect(), skipped.kind());
    }

    private static String symbolOfNull(@Nullable String key) {
        if (key == null) {
            throw new Refusal("key is null; value is null: nothing names the symbol");
        }
        return Symbols.fromKey(key);
    }

    static void checkTimestamp(long recordTimestamp) {
        if (recordTimestamp < 0) {
            throw new Refusal("record timestamp must be >= 0, was " + recordTimestamp);
        }
    }
}
