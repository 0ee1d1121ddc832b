package io.exitbrain.domain.rules;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The id of a plan: 16 characters of Crockford's base 32 from a hash of the event that opened the position. */
public final class PlanId {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 16;
    private static final int BITS = 5;

    private PlanId() {}

    /** The id of the {@code instance}-th instance of {@code symbol}, opened by {@code firstEvent}. */
    static String of(String symbol, PositionSide positionSide, Side side, String firstEvent, int instance) {
        return encode(sha256(String.join("|", symbol, positionSide.name(), side.name(), firstEvent, "" + instance)));
    }

    /** Whether {@code text} has the form of the id of a plan. */
    static boolean isId(String text) {
        return text.matches("[0-9A-HJKMNP-TV-Z]{" + LENGTH + "}");
    }

    private static String encode(byte[] hash) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET[bitsAt(hash, i * BITS)]);
        }
        return id.toString();
    }

    private static int bitsAt(byte[] hash, int bit) {
        int twoBytes = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
        return twoBytes >> (16 - BITS - bit % 8) & 0x1f;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
