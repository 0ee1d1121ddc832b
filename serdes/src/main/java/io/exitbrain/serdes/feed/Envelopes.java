package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The envelopes that exchanges, connectors and frameworks put around messages. */
final class Envelopes {

    /** Content and the field beside it that makes the object an envelope. */
    private static final Map<String, List<String>> CONTENTS =
            Map.of("data", List.of("stream", "topic", "arg", "channel", "specversion"), "payload", List.of("schema"));

    private Envelopes() {}

    /** What is in the envelope; empty if {@code payload} is none. */
    static Optional<JsonValue> contentOf(Payload payload) {
        refuseChangeEvents(payload);
        return ofKnown(payload).or(() -> ofAnswer(payload)).or(() -> bySymbol(payload));
    }

    /** The envelope as what surrounds its content. The fields of {@code arg} are part of it. */
    static Payload surroundings(Payload envelope) {
        Map<String, JsonValue> fields = new LinkedHashMap<>(envelope.fields());
        envelope.object("arg").ifPresent(arg -> fields.putAll(arg.fields()));
        envelope.object("result").ifPresent(result -> fields.putAll(result.fields()));
        return new Payload(fields, envelope.around());
    }

    private static Optional<JsonValue> ofKnown(Payload payload) {
        for (Map.Entry<String, List<String>> content : CONTENTS.entrySet()) {
            Optional<JsonValue> inside = payload.value(content.getKey()).filter(value -> !value.isScalar());
            if (inside.isPresent() && content.getValue().stream().anyMatch(payload::has)) {
                return inside;
            }
        }
        refuseEmpty(payload);
        return Optional.empty();
    }

    /** The answer of a REST call: Bybit's {@code retCode} and {@code result.list}, OKX's {@code code} and {@code data}. */
    private static Optional<JsonValue> ofAnswer(Payload payload) {
        if (payload.has("retCode")) {
            return payload.object("result")
                    .flatMap(result -> result.value("list").or(() -> payload.value("result")));
        }
        boolean isOkx = payload.has("code") && payload.hasArray("data");
        return isOkx ? payload.value("data") : Optional.empty();
    }

    /** Objects under the symbols that they name, as CCXT gives them. */
    private static Optional<JsonValue> bySymbol(Payload payload) {
        boolean isBySymbol = !payload.fields().isEmpty()
                && payload.fields().entrySet().stream()
                        .allMatch(entry -> isUnderItsSymbol(entry.getKey(), entry.getValue()));
        return isBySymbol
                ? Optional.of(JsonValue.array(List.copyOf(payload.fields().values())))
                : Optional.empty();
    }

    private static boolean isUnderItsSymbol(String name, JsonValue value) {
        return Payload.of(value.fields()).text("symbol").filter(name::equals).isPresent();
    }

    private static void refuseChangeEvents(Payload payload) {
        boolean isChange = payload.fields().containsKey("after") && payload.hasAny("op", "source");
        if (isChange) {
            throw new Refusal("a Debezium change event: add the transform ExtractNewRecordState to the connector");
        }
        if (payload.hasAll("specversion", "data_base64")) {
            throw new Refusal("a CloudEvent with data_base64: send data as JSON (datacontenttype application/json)");
        }
    }

    private static void refuseEmpty(Payload payload) {
        boolean hasNullPayload = payload.has("schema") && payload.fields().containsKey("payload");
        if (hasNullPayload || payload.hasAll("specversion", "type", "source")) {
            throw new Refusal("an envelope without content: payload or data must be an object");
        }
    }
}
