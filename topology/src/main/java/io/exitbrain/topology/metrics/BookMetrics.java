package io.exitbrain.topology.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sums over the plans of this instance, as of the last commit. They are made for a scrape, and not more often than a tenth of the time is
 * spent on them.
 */
final class BookMetrics {

    private static final long NANOS_BETWEEN = 1_000_000_000L;
    private static final int SHARE = 10;

    private final Meters meters;
    private final Supplier<List<? extends JsonNode>> rows;
    private final Map<Kind, Integer> plans = new ConcurrentHashMap<>();
    private volatile Sums sums = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    private long nextNanos = Long.MIN_VALUE;

    private record Kind(String origin, String strategy, String stopState) {}

    private record Sums(BigDecimal openRisk, BigDecimal locked, int unconfirmed, int withheld) {

        Sums plus(JsonNode row) {
            JsonNode stop = row.path("stop");
            BigDecimal r = decimal(row.path("ifStopped").path("r"));
            return new Sums(
                    openRisk.add(r.negate().max(BigDecimal.ZERO)),
                    locked.add(r.max(BigDecimal.ZERO)),
                    unconfirmed + (stop.path("awaitsConfirmation").asBoolean() ? 1 : 0),
                    withheld + (stop.path("withheld").asBoolean() ? 1 : 0));
        }

        private static BigDecimal decimal(JsonNode text) {
            return text.isTextual() ? new BigDecimal(text.asText()) : BigDecimal.ZERO;
        }
    }

    BookMetrics(Meters meters, Supplier<List<? extends JsonNode>> rows) {
        this.meters = meters;
        this.rows = rows;
        meters.gauge(
                "open.risk.r",
                "What the open positions lose if all stops fire at their prices, in R; those that would win do not count.",
                () -> sums.openRisk().doubleValue());
        meters.gauge(
                "locked.profit.r",
                "What the open positions win if all stops fire at their prices, in R; those that would lose do not count.",
                () -> sums.locked().doubleValue());
        meters.gauge(
                "stops.unconfirmed",
                "Stops that the executor has not confirmed, where it sends reports.",
                () -> sums.unconfirmed());
        meters.gauge(
                "stop.moves.withheld",
                "Stops that could stand better: by less than the least step that is sent, or by a MOVE of history.",
                () -> sums.withheld());
    }

    synchronized void update() {
        long begin = System.nanoTime();
        if (nextNanos != Long.MIN_VALUE && begin - nextNanos < 0) {
            return;
        }
        List<? extends JsonNode> now = rows.get();
        Sums all = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
        Map<Kind, Integer> counted = new HashMap<>();
        for (JsonNode row : now) {
            all = all.plus(row);
            if (row.path("planId").isTextual()) {
                counted.merge(kindOf(row), 1, Integer::sum);
            }
        }
        sums = all;
        count(counted);
        long end = System.nanoTime();
        nextNanos = end + Math.max(NANOS_BETWEEN, SHARE * (end - begin));
    }

    private void count(Map<Kind, Integer> counted) {
        Set<Kind> known = plans.keySet();
        known.forEach(kind -> plans.put(kind, counted.getOrDefault(kind, 0)));
        plans.putAll(counted);
        plans.keySet()
                .forEach(kind -> meters.gauge(
                        "plans",
                        "Living plans.",
                        Tags.of("origin", kind.origin(), "strategy", kind.strategy(), "stop_state", kind.stopState()),
                        () -> plans.getOrDefault(kind, 0)));
    }

    private static Kind kindOf(JsonNode row) {
        return new Kind(
                lower(row.path("origin")),
                lower(row.path("strategy")),
                lower(row.path("stop").path("state")));
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }
}
