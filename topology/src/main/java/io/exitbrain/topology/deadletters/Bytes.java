package io.exitbrain.topology.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes for a terminal. */
final class Bytes {

    private static final int PER_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private Bytes() {}

    /** The text in {@code bytes}; empty if they are not UTF-8 or have control characters other than tabs and line ends. */
    static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(Bytes::isShown) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static boolean isShown(int character) {
        return !Character.isISOControl(character) || character == '\n' || character == '\r' || character == '\t';
    }

    /** The text, or the bytes in hex on one line. */
    static String textOrHex(byte[] bytes) {
        return text(bytes).orElseGet(() -> "0x" + HexFormat.of().formatHex(bytes));
    }

    /** Lines with an offset and 16 bytes, such as {@code 00000010  7b 22 70 22}. */
    static String hexDump(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        for (int from = 0; from < bytes.length; from += PER_LINE) {
            dump.append("%08x  %s%n"
                    .formatted(from, HEX.formatHex(bytes, from, Math.min(bytes.length, from + PER_LINE))));
        }
        return dump.toString();
    }
}
