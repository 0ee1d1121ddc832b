package io.exitbrain.topology.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one engine on its state folder. Two engines with different application ids may share a folder, because Streams gives each id
 * a folder of its own. The system frees the lock when the process ends, also after a kill.
 */
final class StateFolderLock implements AutoCloseable {

    private final FileChannel file;

    private StateFolderLock(FileChannel file) {
        this.file = file;
    }

    /** Throws {@link StateFolderInUse} if another engine has the lock, and {@link UncheckedIOException} if the folder is not writable. */
    static StateFolderLock take(Path folder, String applicationId) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve(applicationId + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                file.close();
                throw new StateFolderInUse(folder, applicationId);
            }
            return new StateFolderLock(file);
        } catch (IOException notWritable) {
            throw new UncheckedIOException(
                    "state.dir: the folder %s cannot be written (%s)".formatted(folder, notWritable), notWritable);
        }
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
