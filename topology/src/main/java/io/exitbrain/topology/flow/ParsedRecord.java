package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.FieldFault;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A parsed record: a message, an unusable record with its reason, or a record without a key. */
public sealed interface ParsedRecord<T> {

    /** Calls the method of {@code handler} for this kind of record. */
    void handleBy(Handler<T> handler);

    /** This record; {@code change} is applied to its message if it has one. */
    default ParsedRecord<T> with(UnaryOperator<T> change) {
        return this;
    }

    /** Handles each kind of record. */
    interface Handler<T> {

        void message(T message, List<FieldFault> faults);

        void deadLetter(byte @Nullable [] raw, String reason);

        void rekey(String symbol, byte @Nullable [] raw);
    }

    /**
     * A valid record of a symbol.
     *
     * @param faults the invalid optional fields
     */
    record Message<T>(T message, List<FieldFault> faults) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.message(message, faults);
        }

        @Override
        public ParsedRecord<T> with(UnaryOperator<T> change) {
            return new Message<>(change.apply(message), faults);
        }
    }

    /** An unusable record: its raw bytes and the reason. */
    record Unusable<T>(byte @Nullable [] raw, String reason) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.deadLetter(raw, reason);
        }
    }

    /** A record without a key that belongs to the partition of {@code symbol}. */
    record Unkeyed<T>(String symbol, byte @Nullable [] raw) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.rekey(symbol, raw);
        }
    }
}
