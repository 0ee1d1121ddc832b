package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.history.Tail;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads positions and news for all browsers, and tells them what has changed: a snapshot first, then changes at most four times a second,
 * and a heartbeat each second. For one thread; {@link FeedThread} runs it while a browser is connected.
 */
final class Feed {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    /** Number of fields of a message that says nothing. */
    private static final int EMPTY = 2;

    private static final long MIN_INTERVAL_MS = 250;
    private static final long HEARTBEAT_MS = 1_000;

    /** Reading takes at most one part of this many of the time of a core. */
    private static final long SHARE = 10;

    private final PageParts parts;
    private final Browsers browsers;
    private final LongSupplier clock;
    private final Tail tail;
    private final Rows rows = new Rows();
    private final Recent recent = new Recent();
    private Positions positions = new Positions(List.of(), 0, List.of(), 0);
    private ObjectNode headline = JsonNodeFactory.instance.objectNode();
    private ObjectNode health = JsonNodeFactory.instance.objectNode();
    private boolean isSourceBroken;
    private boolean haveRead;
    private long nextReadMs;
    private long nextTellMs;
    private long nextBeatMs;
    private long messages;
    private long newestMarkMs;
    private long exchangeLagMs;

    /** {@code clock} is the wall clock, epoch milliseconds. */
    Feed(PageParts parts, Browsers browsers, Tail tail, LongSupplier clock) {
        this.parts = parts;
        this.browsers = browsers;
        this.tail = tail;
        this.clock = clock;
    }

    /** Waits for news until something is due, then tells the browsers what is due. */
    void turn() {
        long waitMs = Math.max(1, nextTellMs - clock.getAsLong());
        take(tail.poll(Duration.ofMillis(waitMs)));
        long nowMs = clock.getAsLong();
        if (nowMs < nextTellMs && !browsers.areAnyFresh()) {
            return;
        }
        nextTellMs = nowMs + MIN_INTERVAL_MS;
        ObjectNode delta = message(nowMs);
        if (nowMs >= nextReadMs || !haveRead) {
            read(delta);
        }
        rows.takeMarks(delta);
        beat(nowMs, delta);
        recent.changes(delta);
        tell(delta);
    }

    private void take(Tail.News news) {
        long nowMs = clock.getAsLong();
        news.prices().forEach(price -> {
            rows.mark(price, nowMs);
            recent.at(price.time());
            exchangeTime(price.time(), nowMs);
        });
        news.events().forEach(recent::event);
        news.deadLetters().forEach(recent::deadLetter);
    }

    /** The clock of the exchange, which gives the times of records, can be far from ours: in a replay, or in the demo. */
    private void exchangeTime(long timeMs, long nowMs) {
        if (timeMs >= newestMarkMs) {
            newestMarkMs = timeMs;
            exchangeLagMs = nowMs - timeMs;
        }
    }

    private void read(ObjectNode delta) {
        long start = System.nanoTime();
        Positions now = readSource();
        rows.take(now, recent::whyUnprotected, delta);
        if (!sourceJson(now).equals(sourceJson(positions)) || !haveRead) {
            delta.set("source", sourceJson(now));
        }
        positions = now;
        haveRead = true;
        headline(delta);
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        nextReadMs = clock.getAsLong() + Math.max(MIN_INTERVAL_MS, tookMs * SHARE);
    }

    /** The positions; with every partition missing if the source fails. */
    private Positions readSource() {
        try {
            Positions now = parts.positions().positions();
            isSourceBroken = false;
            return now;
        } catch (RuntimeException failure) {
            if (!isSourceBroken) {
                log.warn("the page cannot read the positions: {}", failure.toString());
            }
            isSourceBroken = true;
            return nothingAnswers();
        }
    }

    private Positions nothingAnswers() {
        int partitions = Math.max(1, positions.partitions());
        List<Integer> all = IntStream.range(0, partitions).boxed().toList();
        return new Positions(List.of(), partitions, all, 0);
    }

    private void headline(ObjectNode delta) {
        ObjectNode now = Headline.of(rows.all(), positions);
        if (!now.equals(headline)) {
            headline = now;
            delta.set("headline", now);
        }
    }

    private static ObjectNode sourceJson(Positions positions) {
        ObjectNode source = JsonNodeFactory.instance
                .objectNode()
                .put("partitions", positions.partitions())
                .put("instances", positions.instances());
        positions.missing().forEach(source.putArray("missing")::add);
        return source;
    }

    private void beat(long nowMs, ObjectNode delta) {
        if (nowMs < nextBeatMs) {
            return;
        }
        nextBeatMs = nowMs + HEARTBEAT_MS;
        delta.put("beat", true);
        ObjectNode now = parts.health().report();
        String before = health.path("status").asText();
        String status = now.path("status").asText();
        if (!before.isEmpty() && !before.equals(status)) {
            recent.health(status, reasons(now), nowMs);
        }
        health = now;
        delta.set("health", now);
    }

    private static String reasons(ObjectNode report) {
        StringBuilder sentence = new StringBuilder();
        for (JsonNode reason : report.path("reasons")) {
            sentence.append(sentence.isEmpty() ? "" : "; ").append(reason.asText());
        }
        return sentence.toString();
    }

    private void tell(ObjectNode delta) {
        if (delta.size() > EMPTY) {
            browsers.tell(new Browser.Message("delta", delta.toString(), ++messages));
        }
        if (browsers.areAnyFresh()) {
            browsers.welcome(new Browser.Message("snapshot", snapshot().toString(), ++messages));
        }
    }

    private ObjectNode snapshot() {
        ObjectNode snapshot = message(clock.getAsLong());
        rows.all().forEach(snapshot.putArray("rows")::add);
        snapshot.set("source", sourceJson(positions));
        snapshot.set("headline", headline);
        snapshot.set("health", health);
        recent.all(snapshot);
        return snapshot;
    }

    private ObjectNode message(long nowMs) {
        return JsonNodeFactory.instance.objectNode().put("time", nowMs).put("exchangeLag", exchangeLagMs);
    }
}
