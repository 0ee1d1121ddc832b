package io.exitbrain.serdes.output;

import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.JsonText;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Refusal;
import io.exitbrain.serdes.json.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;

/** Reads one JSON object that this engine wrote. Any fault is an exception. */
final class JsonIn {

    private static final JsonValue NULL = JsonValue.scalar(JsonValue.Kind.NULL, "null");

    private final JsonValue object;

    private JsonIn(JsonValue object) {
        this.object = object;
    }

    /** The result of {@code read} for the object in {@code bytes}; {@code name} is the name of the value in error messages. */
    static <T> T read(String name, byte[] bytes, Function<JsonIn, T> read) {
        try {
            return read.apply(new JsonIn(JsonText.objectIn(bytes)));
        } catch (Refusal refusal) {
            throw new SerializationException("%s cannot be read: %s".formatted(name, refusal.reason()), refusal);
        } catch (IllegalArgumentException | ArithmeticException e) {
            String why = Text.shortened(String.valueOf(e.getMessage()), Limits.REASON_CHARACTERS);
            throw new SerializationException("%s cannot be read: %s".formatted(name, why), e);
        }
    }

    String text(String name) {
        return of(name, JsonValue.Kind.STRING).text();
    }

    Optional<String> optionalText(String name) {
        return isNull(name) ? Optional.empty() : Optional.of(text(name));
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal("%s must be one of %s, was \"%s\""
                        .formatted(name, List.of(type.getEnumConstants()), Text.shortened(word))));
    }

    <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) {
        return isNull(name) ? Optional.empty() : Optional.of(word(name, type));
    }

    BigDecimal decimal(String name) {
        return Decimal.written(name, text(name));
    }

    Optional<BigDecimal> optionalDecimal(String name) {
        return isNull(name) ? Optional.empty() : Optional.of(decimal(name));
    }

    long number(String name) {
        JsonValue number = of(name, JsonValue.Kind.NUMBER);
        if (!number.text().matches("-?[0-9]{1,19}")) {
            throw new Refusal("%s must be a whole number, was %s".formatted(name, number.quoted()));
        }
        return Long.parseLong(number.text());
    }

    int integer(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        return of(name, JsonValue.Kind.BOOLEAN).text().equals("true");
    }

    /** Whether the field is absent or null. */
    boolean isNull(String name) {
        return value(name).is(JsonValue.Kind.NULL);
    }

    JsonIn object(String name) {
        return new JsonIn(of(name, JsonValue.Kind.OBJECT));
    }

    Optional<JsonIn> optionalObject(String name) {
        return isNull(name) ? Optional.empty() : Optional.of(object(name));
    }

    <T> List<T> objects(String name, Function<JsonIn, T> read) {
        return of(name, JsonValue.Kind.ARRAY).items().stream()
                .map(item -> read.apply(new JsonIn(checked(name, item, JsonValue.Kind.OBJECT))))
                .toList();
    }

    private JsonValue of(String name, JsonValue.Kind kind) {
        return checked(name, value(name), kind);
    }

    private static JsonValue checked(String name, JsonValue value, JsonValue.Kind kind) {
        if (!value.is(kind)) {
            throw new Refusal("%s must be of kind %s, was %s".formatted(name, kind, value.quoted()));
        }
        return value;
    }

    private JsonValue value(String name) {
        return Objects.requireNonNullElse(object.fields().get(name), NULL);
    }
}
