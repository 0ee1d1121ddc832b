package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import java.util.List;
import java.util.function.Function;

/** The result of reading a record: a message, or the reason for its refusal. */
public sealed interface Reading<T> {

    /** Applies the function for this kind of reading. */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused);

    /**
     * A message with valid required fields.
     *
     * @param faults the invalid optional fields, which count as absent
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

    /** An unusable record, with one sentence that names the fault. */
    record Refused<T>(String reason) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused) {
            return whenRefused.apply(this);
        }
    }
}
