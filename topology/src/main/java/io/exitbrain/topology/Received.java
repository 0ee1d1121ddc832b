package io.exitbrain.topology;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A record as it was read: its message, or why there is none. */
sealed interface Received<T> {

    /** Lets the one method of {@code recipient} that fits have this record. */
    void handTo(Recipient<T> recipient);

    /** This record with its message, if it has one, changed by {@code change}. */
    default Received<T> with(UnaryOperator<T> change) {
        return this;
    }

    /** Who deals with records: each kind in its own way. */
    interface Recipient<T> {

        void accept(T message);

        void bury(byte @Nullable [] raw, String reason);

        void sendRound(String symbol, byte @Nullable [] raw);
    }

    /** A good record under its symbol. */
    record Message<T>(T message) implements Received<T> {

        @Override
        public void handTo(Recipient<T> recipient) {
            recipient.accept(message);
        }

        @Override
        public Received<T> with(UnaryOperator<T> change) {
            return new Message<>(change.apply(message));
        }
    }

    /** A record that cannot be used: its bytes as they came, and the reason. */
    record Unusable<T>(byte @Nullable [] raw, String reason) implements Received<T> {

        @Override
        public void handTo(Recipient<T> recipient) {
            recipient.bury(raw, reason);
        }
    }

    /** A record without a key: it belongs to {@code symbol}'s partition. */
    record Unkeyed<T>(String symbol, byte @Nullable [] raw) implements Received<T> {

        @Override
        public void handTo(Recipient<T> recipient) {
            recipient.sendRound(symbol, raw);
        }
    }
}
