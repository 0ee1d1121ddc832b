package io.exitbrain.acceptance.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random fields of messages.
 *
 * @param isHedge all positions are in hedge mode
 * @param isMixed one-way and hedge positions are mixed
 */
record RandomFields(Random random, boolean isHedge, boolean isMixed) {

    double slippage() {
        return random.nextInt(15) == 0 ? 0.1 : 0.002;
    }

    String positionSide() {
        boolean hedge = isMixed ? random.nextInt(3) == 0 : isHedge;
        return hedge ? (random.nextBoolean() ? "LONG" : "SHORT") : "BOTH";
    }

    /** A signed amount for a snapshot of {@code slot}. */
    String amount(String positionSide, String slot) {
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

    static String optional(String field, String word) {
        return word.equals("BOTH") ? "" : ",\"%s\":\"%s\"".formatted(field, word);
    }

    /** Mostly no time. Otherwise a time up to 20 s before {@code now}, rarely one that is eight hours ahead. */
    String time(String field, int rarely, long now) {
        int dice = random.nextInt(12);
        if (dice > 4) {
            return "";
        }
        long time =
                random.nextInt(rarely * 10) == 0 ? now + 28_800_000 : now - random.nextInt(dice == 0 ? 20_000 : 1_500);
        return ",\"%s\":%d".formatted(field, time);
    }

    int leverage() {
        return List.of(1, 3, 5, 10, 20, 25, 60).get(random.nextInt(random.nextInt(10) == 0 ? 7 : 6));
    }

    String hints() {
        return switch (random.nextInt(8)) {
            case 0 -> ",\"hints\":{\"tpPct\":18,\"slPct\":\"0.02\"}";
            case 1 ->
                ",\"hints\":{\"slPct\":\"0.012\",\"trailPct\":\"0.02\",\"confidence\":0.9,\"strategyId\":\"RL_V3\"}";
            case 2 -> ",\"hints\":{\"tpPct\":\"0.06\",\"confidence\":0.4}";
            default -> "";
        };
    }

    static String plain(double price) {
        int scale = price > 10 ? 1 : 5;
        return BigDecimal.valueOf(price).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    /** A line that is invalid for its topic. */
    Line garbage(String key, long now) {
        return switch (random.nextInt(10)) {
            case 0 -> Line.of("order-fills", key, "not json", now);
            case 1 -> Line.of("order-fills", key, "{\"side\":\"BUY\",\"price\":0,\"quantity\":\"0.01\"}", now);
            case 2 -> Line.of("order-fills", key, "{\"side\":\"HOLD\",\"price\":1,\"quantity\":1}", now);
            case 3 -> Line.of("order-fills", key, "{\"action\":\"BUY\",\"price\":1,\"quantity\":1}", now);
            case 4 -> Line.of("positions", key, "{\"positionAmt\":\"-1\",\"positionSide\":\"LONG\"}", now);
            case 5 -> Line.of("positions", key, "{\"entryPrice\":\"1\"}", now);
            case 6 -> Line.of("mark-prices", key, "{\"markPrice\":\"NaN\"}", now);
            case 7 -> Line.of("mark-prices", key, "{\"symbol\":7,\"markPrice\":\"1\"}", now);
            case 8 -> Line.of("execution-reports", key, "{\"status\":\"MAYBE\",\"commandId\":\"X-1\"}", now);
            default -> new Line("mark-prices", Optional.of(key), Optional.empty(), Optional.empty(), now);
        };
    }
}
