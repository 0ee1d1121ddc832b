package io.exitbrain.serdes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Random input messages with good and bad fields of every kind. A seed always gives the same messages. */
public final class RandomMessages {

    /** Field values that a schema and a reader judge in the same way. */
    private static final List<String> VALUES = List.of(
            "\"BTCUSDT\"",
            "\"BTC USDT\"",
            "\"BTC/USDT:USDT\"",
            "\"kPEPE\"",
            "\"btcusdt\"",
            "\"BTCUSDT/LONG\"",
            "\"BUY\"",
            "\"long\"",
            "\"S\"",
            "\"BOTH\"",
            "\"net\"",
            "\"UP\"",
            "\"NEW\"",
            "\"expired\"",
            "\"TRENDING\"",
            "\"chop\"",
            "\"ESS_ACTIVE\"",
            "\"critical\"",
            "true",
            "\"FALSE\"",
            "0",
            "1",
            "-1",
            "0.5",
            "\"0.5\"",
            "-0.5",
            "\"-0.5\"",
            "\"0\"",
            "\"0.00\"",
            "\"1\"",
            "\"1.0\"",
            "\"1.01\"",
            "1.5",
            "\"10\"",
            "10.5",
            "\"10.5\"",
            "\"1000\"",
            "1000.5",
            "\"999.9\"",
            "\"1001\"",
            "\"007\"",
            "\"+1\"",
            "\".5\"",
            "\"5.\"",
            "\"1e3x\"",
            "null",
            "[]",
            "{}",
            "{\"tpPct\":1}",
            "{\"tpPct\":\"1.5\"}",
            "{\"confidence\":\"0\"}",
            "{\"strategyId\":7}",
            "1764000000000",
            "1764000000",
            "1764000000.5",
            "\"1764000000.5\"",
            "1764000000000000",
            "176400000000000",
            "\"176400000000000\"",
            "\"1764000000000000000\"",
            "\"1764000000000\"",
            "\"2025-11-24T16:00:00Z\"",
            "\"2025-11-24\"",
            "\"2025-11-24T16:00:00\"",
            "\"2025-11-24T16:00+01:00\"");

    /** The names of each topic's fields, the required ones first. */
    private static final Map<String, List<List<String>>> NAMES = Map.of(
            "order-fills",
            List.of(
                    List.of("side"),
                    List.of("price"),
                    List.of("quantity"),
                    List.of("symbol"),
                    List.of("fillId"),
                    List.of("orderId"),
                    List.of("positionSide"),
                    List.of("leverage"),
                    List.of("hints"),
                    List.of("time", "T", "E", "timestamp", "ts")),
            "positions",
            List.of(
                    List.of("positionAmt"),
                    List.of("symbol"),
                    List.of("entryPrice"),
                    List.of("markPrice"),
                    List.of("leverage"),
                    List.of("positionSide"),
                    List.of("unrealizedProfit"),
                    List.of("updateTime", "time", "T", "E", "timestamp", "ts")),
            "mark-prices",
            List.of(
                    List.of("markPrice"),
                    List.of("symbol"),
                    List.of("time", "E", "timestamp", "ts"),
                    List.of("T", "i")),
            "instruments",
            List.of(
                    List.of("tickSize"),
                    List.of("stepSize"),
                    List.of("minQuantity"),
                    List.of("minNotional"),
                    List.of("symbol")),
            "exit-context",
            List.of(
                    List.of("riskMode"),
                    List.of("maxLossPct", "tpPct", "slPct", "trailPct"),
                    List.of("volatility", "trend", "confidence", "leverage"),
                    List.of("regime", "strategyId"),
                    List.of("symbol")),
            "execution-reports",
            List.of(
                    List.of("commandId"),
                    List.of("status"),
                    List.of("stopPrice", "reason", "time"),
                    List.of("symbol")));

    /** Good values of the required fields. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "order-fills", List.of("\"SELL\"", "95000.5", "\"0.010\""),
            "positions", List.of("\"-3\""),
            "mark-prices", List.of("\"95000.5\""),
            "instruments", List.of("0.1", "\"1\""),
            "exit-context", List.of("\"normal\""),
            "execution-reports", List.of("\"x-1\"", "\"FILLED\""));

    private RandomMessages() {}

    /** An object with most of the required fields of {@code topic}, and some others with any value. */
    public static String of(Random random, String topic) {
        List<List<String>> fields = Objects.requireNonNull(NAMES.get(topic));
        List<String> required = Objects.requireNonNull(REQUIRED.get(topic));
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < (random.nextInt(8) == 0 ? 0 : required.size()); i++) {
            object.put(pick(random, fields.get(i)), required.get(i));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(pick(random, pick(random, fields)), pick(random, VALUES));
        }
        return object.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
