package io.exitbrain.logging;

import java.util.function.IntSupplier;

/**
 * Ends the process with an exit code of its own after SIGTERM or Ctrl-C. By default a JVM that a signal stops ends with 143 or 130, however
 * well it closes. The counts of repeated lines are written before the end.
 */
public final class StopSignal {

    private StopSignal() {}

    /** Runs {@code closing} when the JVM ends, for whatever cause, and ends it with the exit code that {@code closing} returns. */
    public static void onStop(IntSupplier closing) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(closing.getAsInt()), "exit-brain-closing"));
    }

    private static void end(int exitCode) {
        Logs.flush();
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
