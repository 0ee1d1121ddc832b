package io.exitbrain.serdes.state;

import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Text;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde with the version of the format in the first byte. It writes the newest version and reads every version. A codec uses
 * {@link BinaryReader#since} for a field that older versions do not have:
 *
 * <pre>
 * in.since(3) ? in.decimal() : BigDecimal.ZERO
 * </pre>
 */
abstract class VersionedSerde<T> implements Serde<T> {

    private final String name;
    private final int version;
    private final Codec<T> codec;

    /** {@code name} is the name of the value in error messages; {@code version} is the newest version, from 1. */
    VersionedSerde(String name, int version, Codec<T> codec) {
        this.name = name;
        this.version = version;
        this.codec = codec;
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
        out.code(version);
        codec.write(out, value);
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
            throw new SerializationException("%s is damaged: %s".formatted(name, how), e);
        }
    }

    private T body(BinaryReader in) {
        int found = in.readVersion();
        if (found < 1 || found > version) {
            throw new SerializationException(
                    "%s has format version %d, this build reads 1 to %d".formatted(name, found, version));
        }
        T value = codec.read(in);
        in.end();
        return value;
    }
}
