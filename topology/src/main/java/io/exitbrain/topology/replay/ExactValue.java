package io.exitbrain.topology.replay;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The value of a record in a line of a replay, so that the replay gets it byte for byte. */
public final class ExactValue {

    private ExactValue() {}

    /**
     * The field with its name: {@code "value":} for JSON, where reading and writing it again gives the same bytes; else {@code
     * "valueText":} for text, or {@code "valueBase64":} for bytes that are no UTF-8.
     */
    public static String field(Optional<byte[]> value) {
        return value.map(ExactValue::field).orElse("\"value\":null");
    }

    private static String field(byte[] bytes) {
        return text(bytes)
                .map(ExactValue::field)
                .orElseGet(() -> "\"valueBase64\":\"" + Base64.getEncoder().encodeToString(bytes) + '"');
    }

    private static String field(String text) {
        // The text null would be read as no value.
        boolean isExact = !text.equals("null")
                && ReplayLine.Parser.asJson(text).filter(text::equals).isPresent();
        return isExact ? "\"value\":" + text : "\"valueText\":" + quoted(text);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** {@code text} as a JSON string. */
    public static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
