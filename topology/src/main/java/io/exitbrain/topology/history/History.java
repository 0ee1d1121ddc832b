package io.exitbrain.topology.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.Topics;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Bounded look-backs into the decisions and prices of one symbol. Each has a consumer of its own and takes a few seconds at most. */
public final class History {

    /** Look-backs at the same time. More of them get no answer. */
    private static final int MAX_AT_ONCE = 4;

    private static final int CAUSES = 1_000;

    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final EventHistory events;
    private final PriceHistory prices;
    private final Semaphore free = new Semaphore(MAX_AT_ONCE);

    public History(Supplier<? extends Consumer<String, byte[]>> consumers, Topics topics) {
        this.consumers = consumers;
        this.events = new EventHistory(topics.exitEvents().name());
        this.prices = new PriceHistory(topics.markPrices().name());
    }

    /** The newest {@code limit} events of {@code symbol}, see {@link EventHistory#of}; empty if too many look-backs are running. */
    public Optional<ObjectNode> events(String symbol, int limit) {
        return looking(consumer -> events.of(consumer, symbol, limit));
    }

    /** The prices of {@code symbol} since {@code fromMs}, see {@link PriceHistory#of}; empty if too many look-backs are running. */
    public Optional<ObjectNode> prices(String symbol, long fromMs) {
        return looking(consumer -> prices.of(
                consumer, symbol, fromMs, events.of(consumer, symbol, CAUSES).path("events")));
    }

    private Optional<ObjectNode> looking(Function<Consumer<String, byte[]>, ObjectNode> question) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            return Optional.of(question.apply(consumer));
        } finally {
            free.release();
        }
    }
}
