package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the fields of a message by our own names from a payload of a dialect. Null and empty texts count as absent. */
public final class Draft {

    private static final Set<String> NO_IDS = Set.of("0", "-1");

    private final String dialect;
    private final MessageKind kind;
    private final Payload payload;
    private final Map<String, JsonValue> fields = new LinkedHashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    public Draft(String dialect, MessageKind kind, Payload payload) {
        this.dialect = dialect;
        this.kind = kind;
        this.payload = payload;
    }

    /** Takes {@code own} from the one of {@code names} that is present. Two of them with different values are refused. */
    public Draft take(String own, String... names) {
        List<String> present = Stream.of(names).filter(this::isPresent).toList();
        if (present.isEmpty()) {
            return this;
        }
        String name = present.get(0);
        JsonValue value = payload.value(name).orElseThrow();
        for (String other : present) {
            if (!payload.value(other).orElseThrow().text().equals(value.text())) {
                throw new Refusal("%s and %s are given and differ".formatted(name, other));
            }
        }
        sources.put(own, name);
        return set(own, value);
    }

    /** Takes an id as {@link #take} does. 0 and -1 are no ids: exchanges and libraries write them where there is none. */
    public Draft takeId(String own, String... names) {
        String[] ids = Stream.of(names)
                .filter(name -> payload.text(name).filter(NO_IDS::contains).isEmpty())
                .toArray(String[]::new);
        return take(own, ids);
    }

    /** Takes {@code own} from the first of {@code names} that is present, or else an empty text. */
    public Draft takeFirst(String own, List<String> names) {
        names.stream()
                .filter(this::isPresent)
                .findFirst()
                .or(() -> names.stream().filter(payload::has).findFirst())
                .ifPresent(name -> {
                    sources.put(own, name);
                    set(own, payload.value(name).orElseThrow());
                });
        return this;
    }

    /** Takes the first of {@code names} that is present and is not zero, here or around. Zero is no time. */
    public Draft takeTime(String own, String... names) {
        Stream.of(names)
                .flatMap(name -> Stream.of(payload.value(name), payload.valueAround(name))
                        .flatMap(Optional::stream)
                        .filter(value -> !value.isEmptyText() && !value.text().equals("0"))
                        .map(value -> Map.entry(name, value)))
                .findFirst()
                .ifPresent(first -> {
                    sources.put(own, first.getKey());
                    set(own, first.getValue());
                });
        return this;
    }

    public Draft set(String own, JsonValue value) {
        fields.put(own, value);
        return this;
    }

    public Draft set(String own, String text) {
        return set(own, JsonValue.scalar(JsonValue.Kind.STRING, text));
    }

    public List<Verdict> verdicts() {
        return List.of(verdict());
    }

    public Verdict verdict() {
        return new Verdict.Found(dialect, kind, fields, sources);
    }

    private boolean isPresent(String name) {
        return payload.value(name).filter(value -> !value.isEmptyText()).isPresent();
    }
}
