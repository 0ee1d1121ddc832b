package io.exitbrain.topology.page;

import io.exitbrain.topology.history.Tail;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of the {@link Feed}. It reads nothing while no browser is connected. */
final class FeedThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedThread.class);
    private static final Duration REOPEN = Duration.ofSeconds(5);
    private static final long RETRY_MS = 1_000;
    private static final long MAX_END_MS = 2_000;

    private final PageParts parts;
    private final Browsers browsers;
    private final Thread thread = new Thread(this::run, "exit-brain-page");

    FeedThread(PageParts parts, Browsers browsers) {
        this.parts = parts;
        this.browsers = browsers;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (browsers.await()) {
                follow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Feeds the browsers until the last one leaves. After a failure all of them connect again. */
    private void follow() throws InterruptedException {
        try (Tail tail = new LateTail(parts.tails(), REOPEN)) {
            Feed feed = new Feed(parts, browsers, tail, System::currentTimeMillis);
            while (browsers.isAnyConnected()) {
                feed.turn();
            }
        } catch (RuntimeException failure) {
            log.warn("the page has stopped following the topics, and tries again: {}", failure.toString(), failure);
            browsers.endAll();
            Thread.sleep(RETRY_MS);
        }
    }

    @Override
    public void close() {
        browsers.close();
        try {
            thread.join(MAX_END_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
