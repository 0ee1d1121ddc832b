package io.exitbrain.topology.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import java.time.Duration;
import java.util.List;

/** What is new on the topics that the page follows. For one thread. */
public interface Tail extends AutoCloseable {

    /**
     * New records, in the order of their partitions.
     *
     * @param prices mark prices
     * @param events decisions as JSON, with partition, offset and timestamp
     * @param deadLetters dead letters as JSON
     */
    record News(List<MarkPrice> prices, List<ObjectNode> events, List<ObjectNode> deadLetters) {

        /** Nothing new. */
        public static final News NONE = new News(List.of(), List.of(), List.of());
    }

    /** Waits for news, at most for {@code timeout}. */
    News poll(Duration timeout);

    @Override
    void close();
}
