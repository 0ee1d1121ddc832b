package io.exitbrain.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs a small command of the system. */
final class SystemCommand {

    private SystemCommand() {}

    /** Its exit code. Throws {@link UncheckedIOException} if it cannot be run. */
    static int exitCode(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + command[0], failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailed("was interrupted while it waited for " + command[0], interrupted);
        }
    }
}
