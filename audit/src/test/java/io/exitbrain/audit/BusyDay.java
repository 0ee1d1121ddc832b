package io.exitbrain.audit;

import io.exitbrain.audit.Recording.In;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random day of one position on a symbol. The times of its records say little of the order in which the engine reads them. */
final class BusyDay {

    private static final long START_MS = 1_764_000_000_000L;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Random random;
    private final Times times;
    private final List<In> inputs = new ArrayList<>();
    private final Map<String, Long> skews = new HashMap<>();
    private BigDecimal price = new BigDecimal("100.00");
    private BigDecimal entry = price;
    private long now = START_MS;
    private int open;
    private int fills;

    /** What the timestamps of a day are like. */
    enum Times {
        /** Several records of several topics have one time. */
        EQUAL,
        /** The clock of each topic is ahead or behind by up to two seconds, and jumps. */
        BACKWARD
    }

    private BusyDay(long seed, Times times) {
        this.random = new Random(seed);
        this.times = times;
    }

    /** A run of the engine over the records of {@code seed}. */
    static Recording play(long seed, Times times) {
        return new BusyDay(seed, times).played();
    }

    private Recording played() {
        add("instruments", "{'tickSize':'0.01','stepSize':'1'}");
        for (int i = 0; i < 120; i++) {
            elapse();
            switch (random.nextInt(8)) {
                case 0, 1 -> fill();
                case 2 -> row();
                default -> price();
            }
        }
        return Recording.of(inputs);
    }

    private void elapse() {
        now += random.nextInt(5) == 0 ? 100 + random.nextInt(3_000) : 0;
        if (times == Times.BACKWARD && random.nextInt(6) == 0) {
            List<String> topics = List.of("order-fills", "positions", "mark-prices");
            skews.put(topics.get(random.nextInt(topics.size())), random.nextLong(4_001) - 2_000);
        }
    }

    private void add(String topic, String value) {
        inputs.add(In.of(topic, GoodDay.SYMBOL, value, now + skews.getOrDefault(topic, 0L)));
    }

    private void fill() {
        int quantity = open != 0 && random.nextInt(3) > 0 ? -open / (1 + random.nextInt(2)) : random.nextInt(41) - 20;
        if (quantity == 0) {
            return;
        }
        entry = open == 0 ? price : entry;
        open += quantity;
        add(
                "order-fills",
                "{'side':'%s','price':'%s','quantity':'%d','fillId':'%d'}"
                        .formatted(quantity > 0 ? "BUY" : "SELL", price, Math.abs(quantity), ++fills));
    }

    private void row() {
        add("positions", "{'positionAmt':'%d','entryPrice':'%s','markPrice':'%s'}".formatted(open, entry, price));
    }

    private void price() {
        BigDecimal change = BigDecimal.valueOf(random.nextInt(161) - 80).movePointLeft(4);
        price = price.add(price.multiply(change)).setScale(CENT.scale(), RoundingMode.HALF_EVEN);
        add("mark-prices", "{'p':'%s'}".formatted(price));
    }
}
