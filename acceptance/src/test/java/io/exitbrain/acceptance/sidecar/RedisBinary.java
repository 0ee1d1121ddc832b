package io.exitbrain.acceptance.sidecar;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds a redis-server: the one on the PATH, or the one that is packaged with the tests. */
final class RedisBinary {

    private RedisBinary() {}

    static Path find(Path folder) throws IOException {
        Optional<Path> installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
        return installed.isPresent() ? installed.get() : unpacked(folder);
    }

    private static Path unpacked(Path folder) throws IOException {
        Path binary = folder.resolve("redis-server");
        try (InputStream packaged = RedisBinary.class.getResourceAsStream("/" + packagedName())) {
            if (packaged == null) {
                throw new IllegalStateException("these tests need a Redis: put redis-server on PATH");
            }
            Files.copy(packaged, binary, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException(binary + " cannot be made executable");
        }
        return binary;
    }

    private static String packagedName() {
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return isMac ? "redis-server-2.8.19.app" : "redis-server-2.8.19";
    }
}
