package io.exitbrain.acceptance.audit;

import io.exitbrain.audit.book.ObservedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes random histories of input lines; the same seed makes the same history. Lines may speak of what the engine will have placeholders. */
final class RandomHistory {

    private static final long START_MS = 1_764_000_000_000L;
    private static final List<String> SYMBOLS = List.of("AAAUSDT", "BBBUSDT");
    private static final List<String> TICKS = List.of("0.1", "0.5", "0.01", "0.25", "1", "0.00005");
    private static final List<String> STEPS = List.of("0.001", "1", "5", "0.00001", "1.0");
    private static final List<String> REGIMES = List.of("NORMAL", "TREND", "RANGE", "VOLATILE", "CHOP");
    private static final List<String> MODES = List.of("NORMAL", "CONSERVATIVE", "CRITICAL");
    private static final List<String> STATUSES =
            List.of("ACCEPTED", "ACCEPTED", "ACCEPTED", "REJECTED", "CANCELED", "FILLED");

    private final Random random;
    private final RandomFields fields;
    private final boolean hasReports;
    private final double[] prices = new double[SYMBOLS.size()];
    private final List<Line> lines = new ArrayList<>();
    private long now = START_MS;
    private int fillIds;

    private RandomHistory(long seed) {
        this.random = new Random(seed);
        boolean isHedge = random.nextInt(3) == 0;
        boolean isMixed = random.nextInt(12) == 0;
        this.fields = new RandomFields(random, isHedge, isMixed);
        this.hasReports = random.nextBoolean();
        for (int i = 0; i < prices.length; i++) {
            prices[i] = List.of(95_000.0, 3_000.0, 1.5, 20.0).get(random.nextInt(4));
        }
    }

    static List<Line> of(long seed, int events) {
        RandomHistory history = new RandomHistory(seed);
        while (history.lines.size() < events) {
            history.now += history.random.nextInt(4) == 0 ? history.random.nextInt(4_000) : history.random.nextInt(300);
            history.one(history.random.nextInt(SYMBOLS.size()));
        }
        return history.lines;
    }

    private void one(int symbol) {
        int dice = random.nextInt(100);
        if (dice < 42) {
            price(symbol);
        } else if (dice < 60) {
            fill(symbol);
        } else if (dice < 66) {
            close(symbol);
        } else if (dice < 79) {
            snapshot(symbol);
        } else if (dice < 82) {
            context(symbol);
        } else if (dice < 84) {
            instrument(symbol);
        } else if (dice < 91) {
            report(symbol);
        } else if (dice < 95) {
            lines.add(Line.advance(1_000L * (1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 3))));
        } else {
            lines.add(fields.garbage(SYMBOLS.get(symbol), now));
        }
    }

    private void price(int symbol) {
        double step = random.nextInt(20) == 0 ? 0.04 : 0.003;
        prices[symbol] *= 1 + step * (random.nextDouble() * 2 - 1);
        String field = random.nextInt(5) == 0 ? "p" : "markPrice";
        put(
                "mark-prices",
                symbol,
                "\"%s\":\"%s\"%s".formatted(field, RandomFields.plain(prices[symbol]), fields.time("time", 12, now)));
    }

    private void fill(int symbol) {
        boolean repeats = random.nextInt(8) == 0 && lines.size() > 10;
        if (repeats) {
            Line old = lines.get(random.nextInt(lines.size()));
            if (old.topic().equals("order-fills")) {
                lines.add(new Line(old.topic(), old.key(), old.value(), Optional.empty(), now));
            }
            return;
        }
        String positionSide = fields.positionSide();
        boolean buys = random.nextBoolean();
        String quantity = random.nextInt(6) == 0
                ? "0.0170"
                : List.of("0.010", "0.050", "1", "17", "5", "0.3").get(random.nextInt(6));
        put(
                "order-fills",
                symbol,
                "\"side\":\"%s\",\"price\":\"%s\",\"quantity\":\"%s\"%s%s%s%s%s"
                        .formatted(
                                buys ? "BUY" : "SELL",
                                RandomFields.plain(
                                        prices[symbol] * (1 + fields.slippage() * (random.nextDouble() - 0.5))),
                                quantity,
                                RandomFields.optional("positionSide", positionSide),
                                random.nextInt(3) == 0 ? "" : ",\"fillId\":\"%d\"".formatted(++fillIds),
                                random.nextInt(10) == 0 ? ",\"reduceOnly\":true" : "",
                                random.nextInt(3) == 0 ? ",\"leverage\":%d".formatted(fields.leverage()) : "",
                                fields.hints() + fields.time("time", 6, now)));
    }

    private void close(int symbol) {
        String positionSide = fields.positionSide();
        boolean buys = positionSide.equals("SHORT") || (positionSide.equals("BOTH") && random.nextBoolean());
        put(
                "order-fills",
                symbol,
                "\"side\":\"%s\",\"price\":\"%s\",\"quantity\":\"$open/%s\",\"fillId\":\"%d\"%s%s%s"
                        .formatted(
                                buys ? "BUY" : "SELL",
                                RandomFields.plain(prices[symbol]),
                                ObservedPlan.slotOf(SYMBOLS.get(symbol), positionSide),
                                ++fillIds,
                                RandomFields.optional("positionSide", positionSide),
                                random.nextBoolean() ? ",\"reduceOnly\":true" : "",
                                fields.time("time", 30, now)));
    }

    private void snapshot(int symbol) {
        if (random.nextInt(25) == 0) {
            lines.add(new Line("positions", Optional.of(SYMBOLS.get(symbol)), Optional.empty(), Optional.empty(), now));
            return;
        }
        if (random.nextInt(25) == 0) {
            put("positions", symbol, "\"leverage\":\"%d\"".formatted(fields.leverage()));
            return;
        }
        String positionSide = fields.positionSide();
        String slot = ObservedPlan.slotOf(SYMBOLS.get(symbol), positionSide);
        String amount = fields.amount(positionSide, slot);
        String entry = random.nextInt(5) == 0
                ? ""
                : ",\"entryPrice\":\"%s\""
                        .formatted(random.nextInt(4) == 0 ? RandomFields.plain(prices[symbol]) : "$entry/" + slot);
        String text = "\"positionAmt\":\"%s\"%s%s%s%s%s%s"
                .formatted(
                        amount,
                        entry,
                        RandomFields.optional("positionSide", positionSide),
                        random.nextInt(4) == 0
                                ? ",\"markPrice\":\"%s\"".formatted(RandomFields.plain(prices[symbol]))
                                : "",
                        random.nextInt(4) == 0 ? ",\"leverage\":\"%d\"".formatted(fields.leverage()) : "",
                        random.nextInt(5) == 0 ? liquidation(prices[symbol]) : "",
                        fields.time("updateTime", 4, now));
        for (int times = random.nextInt(6) == 0 ? 3 : 1; times > 0; times--) {
            put("positions", symbol, text);
            now += random.nextInt(1_500);
        }
    }

    /** A liquidation price within 10 % of {@code price}, sometimes on the wrong side of the entry. */
    private String liquidation(double price) {
        return ",\"liquidationPrice\":\"%s\"".formatted(RandomFields.plain(price * (0.9 + 0.2 * random.nextDouble())));
    }

    private void context(int symbol) {
        String key = random.nextInt(3) == 0 ? "*" : SYMBOLS.get(symbol);
        if (random.nextInt(5) == 0) {
            lines.add(new Line("exit-context", Optional.of(key), Optional.empty(), Optional.empty(), now));
            return;
        }
        String mode = random.nextInt(12) == 0 ? "ESS_ACTIVE" : MODES.get(random.nextInt(MODES.size()));
        String text = "\"riskMode\":\"%s\"%s%s%s"
                .formatted(
                        mode,
                        random.nextBoolean() ? ",\"regime\":\"" + REGIMES.get(random.nextInt(5)) + "\"" : "",
                        random.nextInt(4) == 0 ? ",\"leverage\":" + fields.leverage() : "",
                        random.nextInt(4) == 0 ? ",\"trailPct\":\"0.0%d\"".formatted(1 + random.nextInt(9)) : "");
        lines.add(Line.of("exit-context", key, "{" + text + "}", now));
    }

    private void instrument(int symbol) {
        String text = "\"tickSize\":\"%s\",\"stepSize\":\"%s\",\"minQuantity\":\"0.001\",\"minNotional\":\"%d\""
                .formatted(
                        prices[symbol] > 10 ? TICKS.get(random.nextInt(5)) : TICKS.get(5),
                        STEPS.get(random.nextInt(STEPS.size())),
                        random.nextInt(2) * 5);
        lines.add(Line.of("instruments", SYMBOLS.get(symbol), "{" + text + "}", now));
    }

    private void report(int symbol) {
        if (hasReports) {
            put(
                    "execution-reports",
                    symbol,
                    "\"commandId\":\"$command/%s/%d\",\"status\":\"%s\""
                            .formatted(
                                    SYMBOLS.get(symbol),
                                    random.nextInt(4) == 0 ? random.nextInt(3) : 0,
                                    STATUSES.get(random.nextInt(STATUSES.size()))));
        }
    }

    private void put(String topic, int symbol, String text) {
        lines.add(Line.of(topic, SYMBOLS.get(symbol), "{" + text + "}", now));
    }
}
