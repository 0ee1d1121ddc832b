package io.exitbrain.topology.process;

import io.exitbrain.logging.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The lock of one engine on its state folder. Two engines with different application ids may share a folder, because Streams gives each id
 * a folder of its own.
 */
final class StateFolderLock {

    private StateFolderLock() {}

    /** Throws {@link StateFolderInUse} if another engine has the lock, and {@link UncheckedIOException} if the folder is not writable. */
    static ProcessLock take(Path folder, String applicationId) {
        try {
            return ProcessLock.take(folder.resolve(applicationId + ".lock"))
                    .orElseThrow(() -> new StateFolderInUse(folder, applicationId));
        } catch (IOException notWritable) {
            throw new UncheckedIOException(
                    "state.dir: the folder %s cannot be written (%s)".formatted(folder, notWritable), notWritable);
        }
    }
}
