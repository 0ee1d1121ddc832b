package io.exitbrain.lab.report;

import io.exitbrain.lab.hashing.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The look of the report.
 *
 * @param text CSS without the characters that end its element
 */
record Style(String text) {

    private static final String FILE = "report.css";

    static Style load() {
        try (InputStream file = Style.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing in the jar");
            }
            return new Style(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read from the jar", unreadable);
        }
    }

    /** A content policy that permits this style and nothing else. */
    String contentPolicy() {
        return "default-src 'none'; style-src 'sha256-" + hash() + "'";
    }

    private String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
