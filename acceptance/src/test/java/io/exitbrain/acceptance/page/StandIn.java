package io.exitbrain.acceptance.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.history.History;
import io.exitbrain.topology.history.Tail;
import io.exitbrain.topology.page.Page;
import io.exitbrain.topology.page.PageParts;
import io.exitbrain.topology.page.Positions;
import io.javalin.Javalin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;

/** The page over positions and prices that a test makes up, without an engine. */
final class StandIn implements AutoCloseable {

    static final int PARTITIONS = 6;

    final Map<String, ObjectNode> rows = new TreeMap<>();
    private volatile List<ObjectNode> source = List.of();
    private volatile List<Integer> missing = List.of();
    private volatile int pricesPerSecond;
    private final AtomicInteger reads = new AtomicInteger();
    private final Page page = new Page();
    private final Javalin server;

    /** On {@code port}; 0 = any free port. */
    StandIn(int port) {
        page.show(new PageParts(
                () -> {
                    reads.incrementAndGet();
                    return new Positions(source, PARTITIONS, missing, 1);
                },
                () -> JsonNodeFactory.instance.objectNode().put("status", "OK").put("state", "RUNNING"),
                Prices::new,
                new History(
                        () -> {
                            throw new KafkaException("no broker");
                        },
                        Topics.live()),
                ""));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    page.routes(config);
                })
                .start("127.0.0.1", port);
    }

    int port() {
        return server.port();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** Shows {@code count} protected positions S0000 to S0999. */
    void hold(int count) {
        for (int i = 0; i < count; i++) {
            String symbol = "S%04d".formatted(i);
            rows.put(symbol, row(symbol, 100 - i % 50 * 0.01));
        }
        publish();
    }

    /** What was changed in {@link #rows} is what the engine knows from now on. */
    void publish() {
        source = rows.values().stream().map(ObjectNode::deepCopy).toList();
    }

    ObjectNode row(String symbol) {
        return Optional.ofNullable(rows.get(symbol)).orElseThrow();
    }

    /** How often the page has read the positions. */
    int reads() {
        return reads.get();
    }

    void missing(Integer... partitions) {
        missing = List.of(partitions);
    }

    void pricesPerSecond(int count) {
        pricesPerSecond = count;
    }

    private static ObjectNode row(String symbol, double stop) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("key", symbol)
                .put("symbol", symbol)
                .put("positionSide", "BOTH")
                .put("side", "LONG")
                .put("openedAt", System.currentTimeMillis())
                .put("leverage", "5")
                .put("dust", false)
                .put("unprotected", false)
                .putNull("unprotectedSince")
                .put("quantity", "1")
                .put("entry", "101")
                .put("planId", "PLAN" + symbol)
                .put("origin", "FILL")
                .put("profile", "NORMAL")
                .put("best", "101")
                .put("bestR", "0.0000")
                .put("mark", "101")
                .put("markTime", 1)
                .put("room", "1")
                .put("roomPct", "0.01");
        row.putObject("stop")
                .put("price", BigDecimal.valueOf(stop).toPlainString())
                .put("exact", BigDecimal.valueOf(stop).toPlainString())
                .put("state", "WATCHING")
                .put("version", 1)
                .put("status", "CONFIRMED");
        row.putObject("ifStopped").put("r", "-1.0000").put("money", "-1");
        row.putArray("legs");
        return row;
    }

    /** Ends the connections and the server, as a stopped engine does. */
    @Override
    public void close() {
        page.close();
        server.stop();
    }

    /** {@link #pricesPerSecond} prices of changing symbols. */
    private final class Prices implements Tail {

        private int next;

        @Override
        public News poll(Duration timeout) {
            LockSupport.parkNanos(timeout.toNanos());
            List<MarkPrice> prices = new ArrayList<>();
            int count = (int) (pricesPerSecond * timeout.toMillis() / 1_000);
            IntStream.range(0, rows.isEmpty() ? 0 : count).forEach(unused -> {
                next++;
                prices.add(new MarkPrice(
                        "S%04d".formatted(next * 7 % rows.size()),
                        BigDecimal.valueOf(10_100 + next % 89, 2),
                        System.currentTimeMillis()));
            });
            return new News(prices, List.of(), List.of());
        }

        @Override
        public void close() {}
    }
}
