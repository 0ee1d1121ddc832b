package io.exitbrain.lab.hashing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. */
public final class Sha256 {

    private Sha256() {}

    /** A hash that has taken nothing yet. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The hash of {@code text} in UTF-8. */
    public static byte[] of(String text) {
        return begun().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
