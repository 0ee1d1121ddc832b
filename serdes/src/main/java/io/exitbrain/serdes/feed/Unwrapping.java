package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes the objects of a record out of their envelopes, at most three deep. What surrounds an object goes with it. The payloads of an
 * array are read one by one: one that cannot be used does not harm the others.
 */
public final class Unwrapping {

    /** The element of an array without elements. */
    public static final Element.Skipped EMPTY = new Element.Skipped("json", "empty array");

    private static final int MAX_DEPTH = 3;

    private final Function<Payload, List<Verdict>> reader;

    /** {@code reader} gives the verdicts on one object. */
    public Unwrapping(Function<Payload, List<Verdict>> reader) {
        this.reader = reader;
    }

    /** The verdicts on all objects in {@code record}, in its order. */
    public List<Verdict> read(JsonValue record) {
        return opened(record, Payload.of(Map.of()), 0).toList();
    }

    private Stream<Verdict> opened(JsonValue value, Payload around, int depth) {
        try {
            return switch (value.kind()) {
                case OBJECT -> object(around.inside(value.fields()), depth);
                case ARRAY -> array(value.items(), around, depth);
                case STRING, NUMBER, BOOLEAN, NULL ->
                    throw new Refusal("an element must be a JSON object, was " + value.quoted());
            };
        } catch (Refusal refusal) {
            return Stream.of(Verdict.refused(refusal.reason()));
        }
    }

    private Stream<Verdict> array(List<JsonValue> items, Payload around, int depth) {
        if (items.isEmpty()) {
            return Stream.of(new Verdict.Other(EMPTY));
        }
        checkDepth(depth);
        return items.stream().flatMap(item -> opened(item, around, depth + 1));
    }

    private Stream<Verdict> object(Payload payload, int depth) {
        Optional<Verdict> control = ControlMessages.verdictOn(payload);
        if (control.isPresent()) {
            return control.stream();
        }
        Optional<JsonValue> content = Envelopes.contentOf(payload);
        if (content.isEmpty()) {
            return reader.apply(payload).stream();
        }
        checkDepth(depth);
        return opened(content.get(), Envelopes.surroundings(payload), depth + 1);
    }

    private static void checkDepth(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new Refusal("wrapped more than %d deep: send the message itself".formatted(MAX_DEPTH));
        }
    }
}
