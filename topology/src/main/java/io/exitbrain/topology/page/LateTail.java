package io.exitbrain.topology.page;

import io.exitbrain.topology.history.Tail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tail that is opened in the background, because that can take seconds, and is opened again after a failure. Without brokers there is no
 * news, and the page still shows the positions and the health of the engine. For one thread.
 */
final class LateTail implements Tail {

    private static final Logger log = LoggerFactory.getLogger(LateTail.class);

    private final Supplier<Tail> tails;
    private final Duration retry;
    private CompletableFuture<Tail> opening;
    private Optional<Tail> open = Optional.empty();
    private long failedAtNanos;
    private boolean hasFailed;

    /** Opens one of {@code tails}; again {@code retry} after a failure. */
    LateTail(Supplier<Tail> tails, Duration retry) {
        this.tails = tails;
        this.retry = retry;
        this.opening = CompletableFuture.supplyAsync(tails);
    }

    @Override
    public News poll(Duration timeout) {
        if (open.isEmpty()) {
            lookForTail();
        }
        if (open.isEmpty()) {
            LockSupport.parkNanos(timeout.toNanos());
            return News.NONE;
        }
        try {
            return open.get().poll(timeout);
        } catch (KafkaException failure) {
            open.get().close();
            open = Optional.empty();
            failed(failure);
            return News.NONE;
        }
    }

    private void lookForTail() {
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            open = Optional.of(opening.join());
            hasFailed = false;
        } else if (opening.isDone() && !hasFailed) {
            failed(opening.handle((tail, failure) -> failure).join());
        } else if (opening.isDone() && System.nanoTime() - failedAtNanos >= retry.toNanos()) {
            hasFailed = false;
            opening = CompletableFuture.supplyAsync(tails);
        }
    }

    private void failed(Throwable failure) {
        log.warn("the page cannot follow the topics now, and tries again: {}", failure.toString());
        hasFailed = true;
        failedAtNanos = System.nanoTime();
        opening = CompletableFuture.failedFuture(failure);
    }

    @Override
    public void close() {
        if (open.isPresent()) {
            open.get().close();
        } else {
            CompletableFuture<Void> closing = opening.thenAccept(Tail::close);
            log.debug("the tail is closed once it is open: {}", closing);
        }
    }
}
