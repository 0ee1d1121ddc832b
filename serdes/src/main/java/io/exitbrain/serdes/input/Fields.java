package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields of one message: a bad required one refuses the record, a bad optional one counts as absent and leaves a fault. */
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

    /** All faults so far, those of nested objects included. */
    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    <T> T required(FieldName name, FieldType<T> type) {
        return unlessBad(name, type).orElseThrow(() -> new Refusal(path + name.missing()));
    }

    /** The field, or empty where it is absent; a bad one refuses the record, because a guess would be dangerous. */
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

    /** An id or text; an empty one is absent. */
    Optional<String> optionalText(FieldName name, FieldType<String> type) {
        return name.presentIn(values, JsonValue::isEmptyText).flatMap(present -> read(name, present, type));
    }

    /** Epoch milliseconds; absent, bad or too far ahead of {@code recordTimestamp} is {@code recordTimestamp}. */
    long time(FieldName name, long recordTimestamp) {
        return optional(name, TimeType.notAfter(recordTimestamp)).orElse(recordTimestamp);
    }

    /** The fields of the object under {@code name}; none where there is no object. */
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
