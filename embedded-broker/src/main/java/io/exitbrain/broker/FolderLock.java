package io.exitbrain.broker;

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
 * The lock of one broker on its data folder. Its file is beside the folder, because the folder may be deleted to start empty. The system
 * frees the lock when the process ends, also after a kill.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** Throws {@link FolderInUse} if another broker has the lock. */
    static FolderLock take(Path folder) {
        Path beside = Path.of(folder.toAbsolutePath().normalize() + ".lock");
        try {
            Files.createDirectories(beside.getParent());
            FileChannel file = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                file.close();
                throw new FolderInUse(folder);
            }
            return new FolderLock(file);
        } catch (IOException notWritable) {
            throw new BrokerFailed("cannot write the lock file %s (%s)".formatted(beside, notWritable), notWritable);
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
