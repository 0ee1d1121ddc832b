package io.exitbrain.topology.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TaskMigratedException;

/**
 * What to do when a stream thread fails. A thread that was put out of the group is replaced, because nothing is wrong
 * with the process. Any other failure stops the engine, and so do many replacements in a minute.
 */
final class ThreadFailures {

    private static final int MAX_REPLACEMENTS = 10;
    private static final long WINDOW_MS = 60_000;

    /** Streams mostly goes on after these by itself. Some of them reach the end of the thread in a commit. */
    private static final Set<Class<? extends Throwable>> PUT_OUT = Set.of(
            FencedInstanceIdException.class,
            UnknownMemberIdException.class,
            CommitFailedException.class,
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            InvalidTxnStateException.class,
            TaskMigratedException.class);

    private final LongSupplier clock;
    private final Deque<Long> replacedAtMs = new ArrayDeque<>();

    /** {@code clock} never goes back, milliseconds. */
    ThreadFailures(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized StreamThreadExceptionResponse responseTo(Throwable failure) {
        return isPutOut(failure) && mayReplace()
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isPutOut(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> PUT_OUT.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private boolean mayReplace() {
        long nowMs = clock.getAsLong();
        replacedAtMs.removeIf(atMs -> nowMs - atMs >= WINDOW_MS);
        replacedAtMs.addLast(nowMs);
        return replacedAtMs.size() <= MAX_REPLACEMENTS;
    }
}
