package io.exitbrain.broker;

import io.exitbrain.logging.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;

/** The lock of one broker on its data folder. Its file is beside the folder, because the folder may be deleted to start empty. */
final class FolderLock {

    private FolderLock() {}

    /** Throws {@link FolderInUse} if another broker has the lock. */
    static ProcessLock take(Path folder) {
        Path beside = Path.of(folder.toAbsolutePath().normalize() + ".lock");
        try {
            return ProcessLock.take(beside).orElseThrow(() -> new FolderInUse(folder));
        } catch (IOException notWritable) {
            throw new BrokerFailed("cannot write the lock file %s (%s)".formatted(beside, notWritable), notWritable);
        }
    }
}
