package io.exitbrain.listeners;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Asks for the versions of Kafka's protocol, which a broker answers before it knows who asks, and judges the first bytes of the answer.
 *
 * <pre>
 * request   length (4) | api key 18 (2) | api version 0 (2) | correlation id (4) | client id "exit-brain" (2 + 10)
 * answer    length (4) | correlation id (4) | ...
 * </pre>
 */
final class FirstAnswer {

    /** The bytes of an answer that are judged. */
    static final int BYTES = 8;

    private static final int CORRELATION_ID = 0x45786974;
    private static final short API_VERSIONS = 18;
    private static final byte[] CLIENT_ID = "exit-brain".getBytes(StandardCharsets.US_ASCII);
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_MAJOR = 0x03;

    private FirstAnswer() {}

    static byte[] request() {
        int length = Short.BYTES + Short.BYTES + Integer.BYTES + Short.BYTES + CLIENT_ID.length;
        return ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(length)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(CORRELATION_ID)
                .putShort((short) CLIENT_ID.length)
                .put(CLIENT_ID)
                .array();
    }

    /** Whether {@code answer} begins as the answer of a broker to {@link #request()}. */
    static boolean isOfBroker(byte[] answer) {
        return answer.length == BYTES && ByteBuffer.wrap(answer).getInt(Integer.BYTES) == CORRELATION_ID;
    }

    /** What answered, if it was no broker. */
    static String describe(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP") || text.startsWith("<!DOC") || text.startsWith("<html")) {
            return "an HTTP server answers there";
        }
        if (answer.length > 1 && answer[0] == TLS_ALERT && answer[1] == TLS_MAJOR) {
            return "it answers with TLS, so a broker there needs security.protocol=SSL or SASL_SSL";
        }
        return text.startsWith("+PONG")
                        || text.startsWith("-ERR")
                        || text.startsWith("-NOAUTH")
                        || text.startsWith("-DENIED")
                ? "a Redis server answers there"
                : "its answer begins with " + shown(answer);
    }

    private static String shown(byte[] answer) {
        StringBuilder shown = new StringBuilder("\"");
        for (byte each : answer) {
            shown.append(each >= ' ' && each < 0x7f ? String.valueOf((char) each) : "\\x%02x".formatted(each));
        }
        return shown.append('"').toString();
    }
}
