package io.exitbrain.demo.scenarios;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.demo.audit.WholeFlow;
import io.exitbrain.domain.Policy;
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

/** A market in which every symbol is bought, trails and is stopped out; and what the rules say to it, played without a broker. */
final class RisingAndFalling {

    private static final int SYMBOLS = 12;
    private static final int PRICES = 2_000;
    private static final int STEP_MS = 5;

    private RisingAndFalling() {}

    /** Every symbol falls, is bought in the middle, rises until its trail is armed, falls through its stop, and comes back. */
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

    /** 90 until ten steps before the entry, then 100; 0.1 a step up to 106, which arms the trail; 95; then 100 for ever. */
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

    static List<Line> played(List<Line> lines) {
        try (WholeFlow engine = new WholeFlow(Policy.DEFAULT, lines.get(0).timestamp())) {
            return lines.stream()
                    .sorted(Comparator.comparingLong(Line::timestamp))
                    .flatMap(line -> engine.send(line).stream())
                    .toList();
        }
    }

    /** The commands of each symbol in their order. On a broker time passes, and an EXIT is repeated as it does: each counts once. */
    static Map<String, List<String>> commands(List<Line> outputs) {
        Set<String> exits = new HashSet<>();
        return outputs.stream()
                .filter(line -> line.topic().equals("trailing-stop-commands"))
                .map(Line::value)
                .flatMap(Optional::stream)
                .filter(command -> !command.contains("EXIT") || exits.add(command.substring(0, command.indexOf(','))))
                .collect(Collectors.groupingBy(RisingAndFalling::symbolIn, TreeMap::new, Collectors.toList()));
    }

    private static String symbolIn(String command) {
        return Stream.of(command.split("\"", -1))
                .filter(word -> word.startsWith("OUT"))
                .findFirst()
                .orElseThrow();
    }
}
