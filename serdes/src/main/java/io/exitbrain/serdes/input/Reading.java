package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.feed.Element;
import java.util.List;
import java.util.function.Function;

/** The result of reading a record: a message, the reason for its refusal, a skip, or elements that belong elsewhere. */
public sealed interface Reading<T> {

    /** Applies the function for this kind of reading. */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused,
            Function<? super Skipped<T>, ? extends R> whenSkipped,
            Function<? super Several<T>, ? extends R> whenSeveral);

    /**
     * A message with valid required fields, under its own key.
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
                Function<? super Refused<T>, ? extends R> whenRefused,
                Function<? super Skipped<T>, ? extends R> whenSkipped,
                Function<? super Several<T>, ? extends R> whenSeveral) {
            return whenAccepted.apply(this);
        }
    }

    /** An unusable record, with one sentence that names the fault. */
    record Refused<T>(String reason) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused,
                Function<? super Skipped<T>, ? extends R> whenSkipped,
                Function<? super Several<T>, ? extends R> whenSeveral) {
            return whenRefused.apply(this);
        }
    }

    /** A record that is known and is nothing for us: it is counted and is no dead letter. {@code kind} is the dialect's name for it. */
    record Skipped<T>(String dialect, String kind) implements Reading<T> {

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused,
                Function<? super Skipped<T>, ? extends R> whenSkipped,
                Function<? super Several<T>, ? extends R> whenSeveral) {
            return whenSkipped.apply(this);
        }
    }

    /**
     * A record that is not exactly one message of this topic under its own key: several messages, no key, a key other than the symbol in
     * the value, or a message of another kind. Each element goes where it belongs.
     */
    record Several<T>(List<Element> elements) implements Reading<T> {

        public Several {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R fold(
                Function<? super Accepted<T>, ? extends R> whenAccepted,
                Function<? super Refused<T>, ? extends R> whenRefused,
                Function<? super Skipped<T>, ? extends R> whenSkipped,
                Function<? super Several<T>, ? extends R> whenSeveral) {
            return whenSeveral.apply(this);
        }
    }
}
