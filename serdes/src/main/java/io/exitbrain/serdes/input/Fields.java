package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import io.exitbrain.serdes.json.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields of one message. A bad required field refuses the record. A bad optional field counts as absent and adds a fault. */
final class Fields {

    private final String path;
    private final Map<String, JsonValue> values;
    private final List<FieldFault> faults;

    Fields(Map<String, JsonValue> values) {
        this("", values, new ArrayList<>());
    }

    private Fields(String path, Map<String, JsonValue> values, List<FieldFault> faults) {
        this.path = path;
        this.values = values;
        this.faults = faults;
    }

    /** All faults so far, with those of nested objects. */
    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Whether the field is absent or null. */
    boolean lacks(FieldName name) {
        return name.presentIn(values, value -> false).isEmpty();
    }

    <T> T required(FieldName name, FieldType<T> type) {
        return unlessBad(name, type).orElseThrow(() -> new Refusal(path + name.missing()));
    }

    /** The field, or empty if it is absent. A bad field refuses the record, because a guess would be dangerous. */
    <T> Optional<T> unlessBad(FieldName name, FieldType<T> type) {
        return name.presentIn(values, value -> false).map(present -> {
            try {
                return type.read(valueOf(present));
            } catch (Mismatch mismatch) {
                throw new Refusal(fault(name, present, mismatch).toString());
            }
        });
    }

    <T> Optional<T> optional(FieldName name, FieldType<T> type) {
        return name.presentIn(values, value -> false).flatMap(present -> read(name, present, type));
    }

    /** An id or text; an empty text counts as absent. */
    Optional<String> optionalText(FieldName name, FieldType<String> type) {
        return name.presentIn(values, JsonValue::isEmptyText).flatMap(present -> read(name, present, type));
    }

    /** Epoch milliseconds; {@code recordTimestamp} if the field is absent, bad or too far ahead of {@code recordTimestamp}. */
    long time(FieldName name, long recordTimestamp) {
        return optional(name, TimeType.notAfter(recordTimestamp)).orElse(recordTimestamp);
    }

    /** The fields of the object {@code name}; no fields if there is no object. */
    Fields object(FieldName name) {
        Map<String, JsonValue> nested = optional(name, FieldTypes::object).orElse(Map.of());
        return new Fields(path + name.canonical() + ".", nested, faults);
    }

    private <T> Optional<T> read(FieldName name, String present, FieldType<T> type) {
        try {
            return Optional.of(type.read(valueOf(present)));
        } catch (Mismatch mismatch) {
            faults.add(fault(name, present, mismatch));
            return Optional.empty();
        }
    }

    private JsonValue valueOf(String present) {
        return Objects.requireNonNull(values.get(present));
    }

    private FieldFault fault(FieldName name, String present, Mismatch mismatch) {
        return new FieldFault(
                path + name.shownAs(present),
                mismatch.expected(),
                valueOf(present).quoted() + mismatch.note());
    }
}
