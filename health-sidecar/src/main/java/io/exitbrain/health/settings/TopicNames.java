package io.exitbrain.health.settings;

import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.YamlFile;
import io.exitbrain.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the names of the topics in a topics file. */
final class TopicNames {

    private static final String RESOURCE = "/io/exitbrain/health/topics.yaml";

    private TopicNames() {}

    /** The names in {@code file}, or in the packaged file. Throws {@link InvalidFile} if it cannot be read. */
    static List<String> of(Optional<Path> file) {
        return file.isPresent() ? in(file.get().toString(), text(file.get())) : in("topics.yaml", packaged());
    }

    private static List<String> in(String source, String yaml) {
        List<String> faults = new ArrayList<>();
        List<String> names =
                YamlMap.root(YamlFile.parse(source, yaml), faults).map("topics").keys();
        if (names.isEmpty()) {
            faults.add("topics: must name at least one topic");
        }
        if (!faults.isEmpty()) {
            throw new InvalidFile(source, faults);
        }
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new InvalidFile(file.toString(), List.of("cannot be read: " + unreadable));
        }
    }

    static String packaged() {
        return resource(RESOURCE);
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(TopicNames.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
