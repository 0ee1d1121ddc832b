package io.exitbrain.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The resource files of the tests. */
public final class Resources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Resources() {}

    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                Resources.class.getClassLoader().getResourceAsStream(name), () -> "no resource " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a file without white space, with its fields in their order. */
    public static String compact(String name) {
        try {
            return JSON.readTree(text(name)).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
