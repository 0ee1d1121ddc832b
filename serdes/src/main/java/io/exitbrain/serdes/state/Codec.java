package io.exitbrain.serdes.state;

import java.math.BigDecimal;

/** Writes and reads a {@code T} in the state format. Reading returns the value that was written. */
interface Codec<T> {

    Codec<BigDecimal> DECIMAL = of(BinaryWriter::decimal, BinaryReader::decimal);
    Codec<String> TEXT = of(BinaryWriter::text, BinaryReader::text);
    Codec<Long> NUMBER = of(BinaryWriter::number, BinaryReader::number);

    void write(BinaryWriter out, T value);

    T read(BinaryReader in);

    /** A codec of two functions. */
    static <T> Codec<T> of(Write<T> write, Read<T> read) {
        return new Codec<>() {
            @Override
            public void write(BinaryWriter out, T value) {
                write.to(out, value);
            }

            @Override
            public T read(BinaryReader in) {
                return read.from(in);
            }
        };
    }

    /** Appends a value. */
    @FunctionalInterface
    interface Write<T> {
        void to(BinaryWriter out, T value);
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Read<T> {
        T from(BinaryReader in);
    }
}
