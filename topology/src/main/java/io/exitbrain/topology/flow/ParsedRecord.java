package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.FieldFault;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A record after parsing: its message, or why there is none. */
public sealed interface ParsedRecord<T> {

    /** Calls the one method of {@code handler} that fits. */
    void handleBy(Handler<T> handler);

    /** This record with its message, if it has one, changed by {@code change}. */
    default ParsedRecord<T> with(UnaryOperator<T> change) {
        return this;
    }

    /** What is done with each kind of record. */
    interface Handler<T> {

        void message(T message, List<FieldFault> faults);

        void deadLetter(byte @Nullable [] raw, String reason);

        void rekey(String symbol, byte @Nullable [] raw);
    }

    /**
     * A good record under its symbol.
     *
     * @param faults optional fields that could not be used
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

    /** A record that cannot be used: its bytes as they came, and the reason. */
    record Unusable<T>(byte @Nullable [] raw, String reason) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.deadLetter(raw, reason);
        }
    }

    /** A record without a key: it belongs to {@code symbol}'s partition. */
    record Unkeyed<T>(String symbol, byte @Nullable [] raw) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.rekey(symbol, raw);
        }
    }
}
