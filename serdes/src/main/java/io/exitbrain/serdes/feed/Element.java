package io.exitbrain.serdes.feed;

import java.util.Arrays;
import java.util.function.Function;

/** One element of a record: a message for an input topic, something known that is nothing for us, or something unusable. */
public sealed interface Element {

    /** Applies the function for this kind of element. */
    <R> R fold(
            Function<? super Message, ? extends R> whenMessage,
            Function<? super Skipped, ? extends R> whenSkipped,
            Function<? super Refused, ? extends R> whenRefused);

    /**
     * A valid message. A record of its bytes, under its symbol as key, on the topic of its kind reads as {@code Accepted}.
     *
     * @param canonicalJson the message in our own form, UTF-8
     */
    record Message(MessageKind kind, String symbol, byte[] canonicalJson) implements Element {

        @Override
        public <R> R fold(
                Function<? super Message, ? extends R> whenMessage,
                Function<? super Skipped, ? extends R> whenSkipped,
                Function<? super Refused, ? extends R> whenRefused) {
            return whenMessage.apply(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Message message
                    && kind == message.kind
                    && symbol.equals(message.symbol)
                    && Arrays.equals(canonicalJson, message.canonicalJson);
        }

        @Override
        public int hashCode() {
            return 31 * symbol.hashCode() + Arrays.hashCode(canonicalJson);
        }
    }

    /** Known, and nothing for us: it is counted and is no dead letter. {@code kind} is the dialect's name for it. */
    record Skipped(String dialect, String kind) implements Element {

        @Override
        public <R> R fold(
                Function<? super Message, ? extends R> whenMessage,
                Function<? super Skipped, ? extends R> whenSkipped,
                Function<? super Refused, ? extends R> whenRefused) {
            return whenSkipped.apply(this);
        }
    }

    /** Unusable, with one sentence that names the fault and what to do. */
    record Refused(String reason) implements Element {

        @Override
        public <R> R fold(
                Function<? super Message, ? extends R> whenMessage,
                Function<? super Skipped, ? extends R> whenSkipped,
                Function<? super Refused, ? extends R> whenRefused) {
            return whenRefused.apply(this);
        }
    }
}
