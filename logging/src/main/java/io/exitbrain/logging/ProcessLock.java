package io.exitbrain.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lock of one process on a file. The system frees it when the process ends, also after a kill. */
public final class ProcessLock implements AutoCloseable {

    private final FileChannel file;

    private ProcessLock(FileChannel file) {
        this.file = file;
    }

    /** The lock on {@code path}, which is created with its folder; empty if it is taken. Throws if the file cannot be written. */
    public static Optional<ProcessLock> take(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new ProcessLock(file));
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
