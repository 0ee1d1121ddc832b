package io.exitbrain.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that holds the data of a broker or an engine. */
public final class DataFolder {

    private static final String HOME_PROPERTY = "exitbrain.home";

    private DataFolder() {}

    /** The folder of this name below {@code data/} of the project. */
    public static Path named(String name) {
        return Path.of(System.getProperty(HOME_PROPERTY, "."), "data", name).normalize();
    }

    /** Deletes the folder. A folder that is not empty must contain an entry called {@code mark}; otherwise it holds something else and stays. */
    public static void clear(Path folder, String mark) {
        if (!Files.exists(folder)) {
            return;
        }
        requireMark(folder, mark);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + folder, failed);
        }
    }

    private static void requireMark(Path folder, String mark) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.map(path -> path.getFileName().toString()).toList();
            if (!names.isEmpty() && !names.contains(mark)) {
                throw new IllegalArgumentException(
                        "%s will not be cleared: it holds something else (no %s in it)".formatted(folder, mark));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
    }
}
