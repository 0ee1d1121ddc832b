package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The JSON serde that everybody writes once. */
final class JsonSerde<T> implements Serde<T> {

    private final Class<T> type;

    JsonSerde(Class<T> type) {
        this.type = type;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> written(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private byte @Nullable [] written(@Nullable T value) {
        try {
            return value == null ? null : JacksonWire.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException bad) {
            throw new SerializationException(bad);
        }
    }

    private @Nullable T read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : JacksonWire.MAPPER.readValue(bytes, type);
        } catch (IOException bad) {
            throw new SerializationException(bad);
        }
    }
}
