package io.exitbrain.acceptance.scenarios;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.audit.WholeFlow;
import io.exitbrain.domain.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A market in which every symbol is bought, trails and is stopped out. */
final class RisingAndFallingMarket {

    private static final int SYMBOLS = 12;
    private static final int PRICES = 2_000;
    private static final int STEP_MS = 5;

    private RisingAndFallingMarket() {}

    /** The prices of each symbol are low, rise from its entry until the trail is armed, fall through the stop and recover. */
    static List<Line> lines() {
        long start = System.currentTimeMillis() - (long) SYMBOLS * PRICES * STEP_MS - 1_000;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < PRICES * SYMBOLS; i++) {
            int symbol = i % SYMBOLS;
            int step = i / SYMBOLS;
            long time = start + (long) i * STEP_MS;
            lines.add(line("mark-prices", symbol, time, "{\"p\":\"" + price(step - entryStep(symbol)) + "\"}"));
            if (step == entryStep(symbol)) {
                lines.add(entry(symbol, time + 1));
            }
        }
        return lines;
    }

    private static int entryStep(int symbol) {
        return PRICES / 4 + symbol * PRICES / 30;
    }

    private static Line entry(int symbol, long time) {
        return symbol % 2 == 0
                ? line(
                        "order-fills",
                        symbol,
                        time,
                        "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":5}")
                : line("positions", symbol, time, "{\"positionAmt\":\"1\",\"entryPrice\":\"100\",\"leverage\":5}");
    }

    /** 90 until ten steps before the entry, then 100. From the entry it rises by 0.1 a step to 106, which arms the trail. Then 95, then 100. */
    private static double price(int stepsAfterEntry) {
        if (stepsAfterEntry < -10) {
            return 90;
        }
        if (stepsAfterEntry > 70) {
            return 100;
        }
        return stepsAfterEntry > 60 ? 95 : (1_000 + Math.max(0, stepsAfterEntry)) / 10.0;
    }

    private static Line line(String topic, int symbol, long time, String json) {
        return new Line(topic, Optional.of("OUT" + symbol + "USDT"), Optional.of(json), Optional.empty(), time);
    }

    /** The outputs for the lines in the order of their times, without a broker. */
    static List<Line> played(List<Line> lines) {
        try (WholeFlow engine = new WholeFlow(Policy.DEFAULT, lines.get(0).timestamp())) {
            return lines.stream()
                    .sorted(Comparator.comparingLong(Line::timestamp))
                    .flatMap(line -> engine.send(line).stream())
                    .toList();
        }
    }

    /** The commands of each symbol in their order. On a broker an EXIT is repeated as time passes; only the first one counts. */
    static Map<String, List<String>> commands(List<Line> outputs) {
        Set<String> exits = new HashSet<>();
        return outputs.stream()
                .filter(line -> line.topic().equals("trailing-stop-commands"))
                .map(Line::value)
                .flatMap(Optional::stream)
                .filter(command -> !command.contains("EXIT") || exits.add(command.substring(0, command.indexOf(','))))
                .collect(Collectors.groupingBy(RisingAndFallingMarket::symbolIn, TreeMap::new, Collectors.toList()));
    }

    private static String symbolIn(String command) {
        return Stream.of(command.split("\"", -1))
                .filter(word -> word.startsWith("OUT"))
                .findFirst()
                .orElseThrow();
    }
}
