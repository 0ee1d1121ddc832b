package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import io.exitbrain.serdes.json.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one message. A bad required field refuses the record. A bad optional field counts as absent and adds a fault. */
final class Fields {

    private final String path;
    private final Map<String, JsonValue> values;
    private final Map<String, String> sources;
    private final List<FieldFault> faults;

    Fields(Map<String, JsonValue> values) {
        this("", values, Map.of(), new ArrayList<>());
    }

    /** The fields of {@code found}; reasons tell the names in the record, too. */
    Fields(Verdict.Found found) {
        this("", found.fields(), found.sources(), new ArrayList<>());
    }

    private Fields(String path, Map<String, JsonValue> values, Map<String, String> sources, List<FieldFault> faults) {
        this.path = path;
        this.values = values;
        this.sources = sources;
        this.faults = faults;
    }

    /** All faults so far, with those of nested objects. */
    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    <T> T required(FieldName name, FieldType<T> type) {
        return unlessBad(name, type).orElseThrow(() -> new Refusal(path + name.canonical() + " is missing"));
    }

    /** The field, or empty if it is absent. A bad field refuses the record, because a guess would be dangerous. */
    <T> Optional<T> unlessBad(FieldName name, FieldType<T> type) {
        return name.presentIn(values, value -> false).map(value -> {
            try {
                return type.read(value);
            } catch (Mismatch mismatch) {
                throw new Refusal(fault(name, value, mismatch).toString());
            }
        });
    }

    <T> Optional<T> optional(FieldName name, FieldType<T> type) {
        return name.presentIn(values, value -> false).flatMap(value -> read(name, value, type));
    }

    /** Whether the field is absent or null. */
    boolean lacks(FieldName name) {
        return name.presentIn(values, value -> false).isEmpty();
    }

    /** An id or text; an empty text counts as absent. */
    Optional<String> optionalText(FieldName name, FieldType<String> type) {
        return name.presentIn(values, JsonValue::isEmptyText).flatMap(value -> read(name, value, type));
    }

    /** Epoch milliseconds; {@code recordTimestamp} if the field is absent, bad or too far ahead of {@code recordTimestamp}. */
    long time(FieldName name, long recordTimestamp) {
        return optional(name, TimeType.notAfter(recordTimestamp)).orElse(recordTimestamp);
    }

    /** The fields of the object {@code name}, by our own names {@code names}; no fields if there is no object. */
    Fields object(FieldName name, List<String> names) {
        Map<String, JsonValue> nested = optional(name, FieldTypes.object(names)).orElse(Map.of());
        return new Fields(path + name.canonical() + ".", nested, Map.of(), faults);
    }

    private <T> Optional<T> read(FieldName name, JsonValue value, FieldType<T> type) {
        try {
            return Optional.of(type.read(value));
        } catch (Mismatch mismatch) {
            faults.add(fault(name, value, mismatch));
            return Optional.empty();
        }
    }

    private FieldFault fault(FieldName name, JsonValue value, Mismatch mismatch) {
        return new FieldFault(path + shown(name), mismatch.expected(), value.quoted() + mismatch.note());
    }

    private String shown(FieldName name) {
        String source = sources.getOrDefault(name.canonical(), name.canonical());
        return source.equals(name.canonical()) ? source : "%s (%s)".formatted(name.canonical(), source);
    }
}
