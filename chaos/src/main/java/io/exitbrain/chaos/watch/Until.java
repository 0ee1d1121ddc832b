package io.exitbrain.chaos.watch;

import io.exitbrain.chaos.process.ProcessFailed;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits. An interrupt ends each wait with {@link ProcessFailed}. */
public final class Until {

    /** What has not come back after this time has not come back. */
    public static final long BACK_WITHIN_MS = 60_000;

    private static final long ASK_AGAIN_MS = 50;

    private Until() {}

    /** Returns when the time has passed. */
    public static void passed(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailed("the run was interrupted");
        }
    }

    /** Whether the condition holds within {@link #BACK_WITHIN_MS}. */
    public static boolean isTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + BACK_WITHIN_MS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            passed(ASK_AGAIN_MS);
        }
        return true;
    }

    /** The value, as soon as there is one. {@code what} is named in the failure after {@link #BACK_WITHIN_MS}. */
    public static <T> T present(String what, Supplier<Optional<T>> value) {
        long deadline = System.nanoTime() + BACK_WITHIN_MS * 1_000_000;
        while (System.nanoTime() < deadline) {
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            passed(ASK_AGAIN_MS);
        }
        throw new ProcessFailed("waited %d s for %s".formatted(BACK_WITHIN_MS / 1_000, what));
    }
}
