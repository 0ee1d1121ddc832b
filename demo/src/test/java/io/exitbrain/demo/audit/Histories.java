package io.exitbrain.demo.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes random histories of input lines; the same seed makes the same history. Lines may speak of what the engine will have told. */
final class Histories {

    private static final long START_MS = 1_764_000_000_000L;
    private static final List<String> SYMBOLS = List.of("AAAUSDT", "BBBUSDT");
    private static final List<String> TICKS = List.of("0.1", "0.5", "0.01", "0.25", "1", "0.00005");
    private static final List<String> STEPS = List.of("0.001", "1", "5", "0.00001", "1.0");
    private static final List<String> REGIMES = List.of("NORMAL", "TREND", "RANGE", "VOLATILE", "CHOP");
    private static final List<String> MODES = List.of("NORMAL", "CONSERVATIVE", "CRITICAL");
    private static final List<String> STATUSES =
            List.of("ACCEPTED", "ACCEPTED", "ACCEPTED", "REJECTED", "CANCELED", "FILLED");

    private final Random random;
    private final boolean isHedge;
    private final boolean isMixed;
    private final boolean speaksOfReports;
    private final double[] prices = new double[SYMBOLS.size()];
    private final List<Line> lines = new ArrayList<>();
    private long now = START_MS;
    private int fillIds;

    private Histories(long seed) {
        this.random = new Random(seed);
        this.isHedge = random.nextInt(3) == 0;
        this.isMixed = random.nextInt(12) == 0;
        this.speaksOfReports = random.nextBoolean();
        for (int i = 0; i < prices.length; i++) {
            prices[i] = List.of(95_000.0, 3_000.0, 1.5, 20.0).get(random.nextInt(4));
        }
    }

    static List<Line> of(long seed, int events) {
        Histories history = new Histories(seed);
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
            garbage(symbol);
        }
    }

    private void price(int symbol) {
        double step = random.nextInt(20) == 0 ? 0.04 : 0.003;
        prices[symbol] *= 1 + step * (random.nextDouble() * 2 - 1);
        String field = random.nextInt(5) == 0 ? "p" : "markPrice";
        put("mark-prices", symbol, "\"%s\":\"%s\"%s".formatted(field, shown(prices[symbol]), time("time", 12)));
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
        String positionSide = positionSide();
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
                                shown(prices[symbol] * (1 + slippage() * (random.nextDouble() - 0.5))),
                                quantity,
                                said("positionSide", positionSide),
                                random.nextInt(3) == 0 ? "" : ",\"fillId\":\"%d\"".formatted(++fillIds),
                                random.nextInt(10) == 0 ? ",\"reduceOnly\":true" : "",
                                random.nextInt(3) == 0 ? ",\"leverage\":%d".formatted(leverage()) : "",
                                hints() + time("time", 6)));
    }

    private double slippage() {
        return random.nextInt(15) == 0 ? 0.1 : 0.002;
    }

    private void close(int symbol) {
        String positionSide = positionSide();
        boolean buys = positionSide.equals("SHORT") || (positionSide.equals("BOTH") && random.nextBoolean());
        put(
                "order-fills",
                symbol,
                "\"side\":\"%s\",\"price\":\"%s\",\"quantity\":\"$open/%s\",\"fillId\":\"%d\"%s%s%s"
                        .formatted(
                                buys ? "BUY" : "SELL",
                                shown(prices[symbol]),
                                PlanAudit.slotOf(SYMBOLS.get(symbol), positionSide),
                                ++fillIds,
                                said("positionSide", positionSide),
                                random.nextBoolean() ? ",\"reduceOnly\":true" : "",
                                time("time", 30)));
    }

    private void snapshot(int symbol) {
        if (random.nextInt(25) == 0) {
            lines.add(new Line("positions", Optional.of(SYMBOLS.get(symbol)), Optional.empty(), Optional.empty(), now));
            return;
        }
        String positionSide = positionSide();
        String slot = PlanAudit.slotOf(SYMBOLS.get(symbol), positionSide);
        String amount = amount(positionSide, slot);
        String entry = random.nextInt(5) == 0
                ? ""
                : ",\"entryPrice\":\"%s\"".formatted(random.nextInt(4) == 0 ? shown(prices[symbol]) : "$entry/" + slot);
        String fields = "\"positionAmt\":\"%s\"%s%s%s%s%s"
                .formatted(
                        amount,
                        entry,
                        said("positionSide", positionSide),
                        random.nextInt(4) == 0 ? ",\"markPrice\":\"%s\"".formatted(shown(prices[symbol])) : "",
                        random.nextInt(4) == 0 ? ",\"leverage\":\"%d\"".formatted(leverage()) : "",
                        time("updateTime", 4));
        for (int times = random.nextInt(6) == 0 ? 3 : 1; times > 0; times--) {
            put("positions", symbol, fields);
            now += random.nextInt(1_500);
        }
    }

    private String amount(String positionSide, String slot) {
        int dice = random.nextInt(10);
        if (dice < 5) {
            return "$signed/" + slot;
        }
        if (dice < 7) {
            return "0";
        }
        String quantity = List.of("0.010", "1", "17", "0.3").get(random.nextInt(4));
        return positionSide.equals("LONG") || random.nextBoolean() ? quantity : "-" + quantity;
    }

    private void context(int symbol) {
        String key = random.nextInt(3) == 0 ? "*" : SYMBOLS.get(symbol);
        if (random.nextInt(5) == 0) {
            lines.add(new Line("exit-context", Optional.of(key), Optional.empty(), Optional.empty(), now));
            return;
        }
        String mode = random.nextInt(12) == 0 ? "ESS_ACTIVE" : MODES.get(random.nextInt(MODES.size()));
        String fields = "\"riskMode\":\"%s\"%s%s%s"
                .formatted(
                        mode,
                        random.nextBoolean() ? ",\"regime\":\"" + REGIMES.get(random.nextInt(5)) + "\"" : "",
                        random.nextInt(4) == 0 ? ",\"leverage\":" + leverage() : "",
                        random.nextInt(4) == 0 ? ",\"trailPct\":\"0.0%d\"".formatted(1 + random.nextInt(9)) : "");
        lines.add(Line.of("exit-context", key, "{" + fields + "}", now));
    }

    private void instrument(int symbol) {
        String fields = "\"tickSize\":\"%s\",\"stepSize\":\"%s\",\"minQuantity\":\"0.001\",\"minNotional\":\"%d\""
                .formatted(
                        prices[symbol] > 10 ? TICKS.get(random.nextInt(5)) : TICKS.get(5),
                        STEPS.get(random.nextInt(STEPS.size())),
                        random.nextInt(2) * 5);
        lines.add(Line.of("instruments", SYMBOLS.get(symbol), "{" + fields + "}", now));
    }

    private void report(int symbol) {
        if (speaksOfReports) {
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

    private void garbage(int symbol) {
        String key = SYMBOLS.get(symbol);
        lines.add(
                switch (random.nextInt(10)) {
                    case 0 -> Line.of("order-fills", key, "not json", now);
                    case 1 -> Line.of("order-fills", key, "{\"side\":\"BUY\",\"price\":0,\"quantity\":\"0.01\"}", now);
                    case 2 -> Line.of("order-fills", key, "{\"side\":\"HOLD\",\"price\":1,\"quantity\":1}", now);
                    case 3 -> Line.of("order-fills", key, "{\"action\":\"BUY\",\"price\":1,\"quantity\":1}", now);
                    case 4 -> Line.of("positions", key, "{\"positionAmt\":\"-1\",\"positionSide\":\"LONG\"}", now);
                    case 5 -> Line.of("positions", key, "{\"entryPrice\":\"1\"}", now);
                    case 6 -> Line.of("mark-prices", key, "{\"markPrice\":\"NaN\"}", now);
                    case 7 -> Line.of("mark-prices", key, "{\"symbol\":\"OTHER\",\"markPrice\":\"1\"}", now);
                    case 8 -> Line.of("execution-reports", key, "{\"status\":\"MAYBE\",\"commandId\":\"X-1\"}", now);
                    default -> new Line("mark-prices", Optional.of(key), Optional.empty(), Optional.empty(), now);
                });
    }

    private void put(String topic, int symbol, String fields) {
        lines.add(Line.of(topic, SYMBOLS.get(symbol), "{" + fields + "}", now));
    }

    private String positionSide() {
        boolean hedge = isMixed ? random.nextInt(3) == 0 : isHedge;
        return hedge ? (random.nextBoolean() ? "LONG" : "SHORT") : "BOTH";
    }

    private static String said(String field, String word) {
        return word.equals("BOTH") ? "" : ",\"%s\":\"%s\"".formatted(field, word);
    }

    /** Mostly none; else up to six seconds ago, once in {@code rarely} far ahead. */
    private String time(String field, int rarely) {
        int dice = random.nextInt(12);
        if (dice > 4) {
            return "";
        }
        long time =
                random.nextInt(rarely * 10) == 0 ? now + 28_800_000 : now - random.nextInt(dice == 0 ? 20_000 : 1_500);
        return ",\"%s\":%d".formatted(field, time);
    }

    private int leverage() {
        return List.of(1, 3, 5, 10, 20, 25, 60).get(random.nextInt(random.nextInt(10) == 0 ? 7 : 6));
    }

    private String hints() {
        return switch (random.nextInt(8)) {
            case 0 -> ",\"hints\":{\"tpPct\":18,\"slPct\":\"0.02\"}";
            case 1 ->
                ",\"hints\":{\"slPct\":\"0.012\",\"trailPct\":\"0.02\",\"confidence\":0.9,\"strategyId\":\"RL_V3\"}";
            case 2 -> ",\"hints\":{\"tpPct\":\"0.06\",\"confidence\":0.4}";
            default -> "";
        };
    }

    private static String shown(double price) {
        int scale = price > 10 ? 1 : 5;
        return BigDecimal.valueOf(price).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }
}
