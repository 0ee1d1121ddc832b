package io.exitbrain.audit.book;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.domain.input.Input;
import java.util.List;
import java.util.Optional;

/**
 * What an input record means.
 *
 * @param symbol empty if the record names none, or if it means all symbols
 * @param messages the messages that take effect for {@code symbol}, in their order
 * @param sentOn the messages of a record that takes effect elsewhere, one reading for each symbol. Empty if they are records of their own
 * @param filters entries of {@code instruments} among the messages of such a record
 */
public record InputReading(
        Kind kind,
        Optional<String> symbol,
        List<Input> messages,
        List<InputReading> sentOn,
        List<AuditRecord> filters) {

    /** The kind of an input, by the contract of its topic. */
    public enum Kind {
        /** A message of its own symbol. */
        VALID,
        /** A message that is not in the record, as an event tells it. */
        TOLD,
        /** A record that cannot be used. */
        INVALID,
        /** A record that changes nothing here: it is skipped, or its messages are sent elsewhere. */
        ELSEWHERE,
        /** An entry of {@code instruments} or {@code exit-context}. */
        GLOBAL,
        /** The wall clock, or a cause that is not in the record. */
        CLOCK
    }

    public InputReading {
        messages = List.copyOf(messages);
        sentOn = List.copyOf(sentOn);
        filters = List.copyOf(filters);
    }

    public static InputReading valid(String symbol, Input message) {
        return new InputReading(Kind.VALID, Optional.of(symbol), List.of(message), List.of(), List.of());
    }

    /** A message that is not in the record. */
    public static InputReading told(String symbol, Input message) {
        return new InputReading(Kind.TOLD, Optional.of(symbol), List.of(message), List.of(), List.of());
    }

    /** A reading without a message. */
    public static InputReading of(Kind kind, Optional<String> symbol) {
        return new InputReading(kind, symbol, List.of(), List.of(), List.of());
    }
}
