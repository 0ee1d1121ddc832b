package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import java.util.List;
import java.util.function.Function;

/** The result of reading a record: a message, or the reason for its refusal. */
public sealed interface Reading<T> {

    /** Applies the one function that fits. */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused);

    /**
     * A message whose required fields are good.
     *
     * @param faults optional fields that could not be used and count as absent
     */
    record Accepted<T>(T message, List<FieldFault> faults) implements Reading<T> {

        public Accepted {
            faults = List.copyOf(faults);
        }

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused) {
            return whenAccepted.apply(this);
        }
    }

    /** A record that cannot be used, and one sentence that says what to correct. */
    record Refused<T>(String reason) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused) {
            return whenRefused.apply(this);
        }
    }
}
