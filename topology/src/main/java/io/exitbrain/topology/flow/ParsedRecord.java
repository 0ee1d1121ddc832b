package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.input.Reading;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A parsed record: one message of its key, or an unusable record, a skipped record, or elements that belong elsewhere. */
public sealed interface ParsedRecord<T> {

    /** The record with the bytes {@code raw}, which were read as {@code reading}. */
    static <T> ParsedRecord<T> of(Reading<T> reading, byte @Nullable [] raw) {
        return reading.fold(
                accepted -> new Message<>(accepted.message(), accepted.faults(), raw),
                refused -> new Unusable<>(raw, refused.reason()),
                skipped -> new Skipped<>(skipped.dialect(), skipped.kind()),
                several -> new Several<>(raw, several.elements()));
    }

    /** Calls the method of {@code handler} for this kind of record. */
    void handleBy(Handler<T> handler);

    /** This record; {@code change} is applied to its message if it has one. */
    default ParsedRecord<T> with(UnaryOperator<T> change) {
        return this;
    }

    /** Handles each kind of record. */
    interface Handler<T> {

        void message(Message<T> record);

        void deadLetter(byte @Nullable [] raw, String reason);

        void skipped(String dialect, String kind);

        void several(byte @Nullable [] raw, List<Element> elements);
    }

    /**
     * A valid record of a symbol.
     *
     * @param faults the invalid optional fields
     * @param raw the bytes as they came
     */
    record Message<T>(T message, List<FieldFault> faults, byte @Nullable [] raw) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.message(this);
        }

        @Override
        public ParsedRecord<T> with(UnaryOperator<T> change) {
            return new Message<>(change.apply(message), faults, raw);
        }
    }

    /** An unusable record: its raw bytes and the reason. */
    record Unusable<T>(byte @Nullable [] raw, String reason) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.deadLetter(raw, reason);
        }
    }

    /** A record that is known and is nothing for the engine. {@code kind} is the dialect's name for it. */
    record Skipped<T>(String dialect, String kind) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.skipped(dialect, kind);
        }
    }

    /** A record that is not exactly one message of this topic under its own key. Each element goes where it belongs. */
    record Several<T>(byte @Nullable [] raw, List<Element> elements) implements ParsedRecord<T> {

        @Override
        public void handleBy(Handler<T> handler) {
            handler.several(raw, elements);
        }
    }
}
