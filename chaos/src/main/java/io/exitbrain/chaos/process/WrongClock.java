package io.exitbrain.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a process another time of day, through libfaketime. What a process measures with its monotonic clock stays right. */
public final class WrongClock {

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
    private static final String LIBRARY = "faketime/libfaketime.so.1";

    private WrongClock() {}

    /** Whether the library is there. */
    public static boolean isPossible() {
        return library().isPresent();
    }

    private static Optional<Path> library() {
        return FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(WrongClock::candidates)
                .filter(Files::isReadable)
                .findFirst();
    }

    /** Directly below the folder, or below the folder of the machine's architecture. */
    private static Stream<Path> candidates(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), children.filter(Files::isDirectory).sorted().toList().stream())
                    .map(parent -> parent.resolve(LIBRARY));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
    }

    /** The environment of a process whose clock is {@code ahead}, or behind if that is negative. */
    static Map<String, String> environment(Duration ahead) {
        Path preloaded = library().orElseThrow(() -> new ProcessFailed("libfaketime is not installed"));
        return Map.of(
                "LD_PRELOAD",
                preloaded.toString(),
                "FAKETIME",
                "%+ds".formatted(ahead.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // else each wait with a limit returns at once
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
