package io.exitbrain.serdes;

import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Values with the version of their format in the first byte: the newest is written, all are read. */
abstract class VersionedSerde<T> implements Serde<T> {

    private final String what;
    private final List<Codec<T>> versions;

    /** {@code versions} in their order, the first being version 1. */
    VersionedSerde(String what, List<Codec<T>> versions) {
        this.what = what;
        this.versions = versions;
    }

    @Override
    public final Serializer<T> serializer() {
        return (topic, value) -> written(value);
    }

    @Override
    public final Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private byte @Nullable [] written(@Nullable T value) {
        if (value == null) {
            return null;
        }
        BinaryWriter out = new BinaryWriter();
        out.code(versions.size());
        versions.get(versions.size() - 1).write(out, value);
        return out.bytes();
    }

    private @Nullable T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return body(new BinaryReader(bytes));
        } catch (IllegalArgumentException | ArithmeticException e) {
            String how = Text.shortened(String.valueOf(e.getMessage()), Limits.REASON_CHARACTERS);
            throw new SerializationException("%s is damaged: %s".formatted(what, how), e);
        }
    }

    private T body(BinaryReader in) {
        int version = in.code();
        if (version < 1 || version > versions.size()) {
            throw new SerializationException(
                    "%s has format version %d, this build reads 1 to %d".formatted(what, version, versions.size()));
        }
        T value = versions.get(version - 1).read(in);
        in.end();
        return value;
    }
}
