package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.MessageFields;
import io.exitbrain.topology.policy.PolicyFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random policy for one position and the prices that follow. */
final class StopPath {

    private static final int PRICES = 200;
    private static final long START_MS = 1_764_000_000_000L;
    private static final String SYMBOL = "BTCUSDT";

    private final Random random;
    private final int sign;
    private final BigDecimal tick;
    private final BigDecimal entry;
    private final BigDecimal lossPct;
    private final StringBuilder policy = new StringBuilder();
    private final NaiveStop.Terms terms;
    private final List<BigDecimal> prices;

    StopPath(long seed) {
        this.random = new Random(seed);
        this.sign = random.nextBoolean() ? 1 : -1;
        this.tick = new BigDecimal(
                List.of("0", "0.1", "0.01", "0.25", "0.5", "0.00001").get(random.nextInt(6)));
        this.entry = new BigDecimal(List.of("95000", "3000", "100.5", "20").get(random.nextInt(4)));
        this.lossPct = ratio(10, 50);
        this.terms = randomTerms();
        this.prices = randomPrices();
    }

    private NaiveStop.Terms randomTerms() {
        BigDecimal minStep = new BigDecimal(List.of("0.0005", "0", "0.002").get(random.nextInt(3)));
        policy.append("stop: {default-pct: %s, min-step-pct: %s}%n".formatted(lossPct, minStep));
        policy.append("profiles:\n  NORMAL:\n    take-profit: []\n    trailing:\n      activate: {");
        BigDecimal activation = random.nextInt(5) == 0 ? nothing() : distance(0.2, 2);
        policy.append("}\n      ");
        NaiveStop.Callback callback = callback();
        policy.append("\n      tighten:").append(random.nextBoolean() ? "" : " []\n");
        List<NaiveStop.Tightening> tighten = new ArrayList<>();
        if (policy.charAt(policy.length() - 1) == ':') {
            policy.append('\n');
            for (int i = 0; i <= random.nextInt(3); i++) {
                policy.append("        - {");
                BigDecimal at = distance(2 * i + 1, 2 * i + 2);
                policy.append(", ");
                tighten.add(new NaiveStop.Tightening(at, callback()));
                policy.append("}\n");
            }
        }
        tighten.sort((a, b) -> a.at().compareTo(b.at()));
        return new NaiveStop.Terms(sign, entry, lossPct, activation, callback, tighten, tick, minStep);
    }

    private BigDecimal nothing() {
        policy.append("at-pct: 0");
        return BigDecimal.ZERO;
    }

    /** A distance between {@code minR} and {@code maxR}, written in R or as a ratio of the entry. Returns it in price. */
    private BigDecimal distance(double minR, double maxR) {
        BigDecimal inR =
                BigDecimal.valueOf(minR + random.nextDouble() * (maxR - minR)).setScale(2, RoundingMode.HALF_UP);
        if (random.nextBoolean()) {
            policy.append("at-r: ").append(inR);
            return entry.multiply(lossPct).multiply(inR);
        }
        BigDecimal ratio = inR.multiply(lossPct).setScale(4, RoundingMode.HALF_UP);
        policy.append("at-pct: ").append(ratio);
        return entry.multiply(ratio);
    }

    private NaiveStop.Callback callback() {
        BigDecimal ratio = ratio(1, 40);
        int kind = random.nextInt(tick.signum() > 0 ? 3 : 2);
        if (kind == 0) {
            policy.append("callback-pct: ").append(ratio);
            return new NaiveStop.Callback(ratio, BigDecimal.ZERO);
        }
        if (kind == 1) {
            BigDecimal distance = entry.multiply(ratio).setScale(3, RoundingMode.UP);
            policy.append("callback-price: ").append(distance);
            return new NaiveStop.Callback(BigDecimal.ZERO, distance);
        }
        BigDecimal ticks = entry.multiply(ratio).divide(tick, 0, RoundingMode.UP);
        policy.append("callback-ticks: ").append(ticks.toPlainString());
        return new NaiveStop.Callback(BigDecimal.ZERO, ticks.multiply(tick));
    }

    private BigDecimal ratio(int minPermille, int maxPermille) {
        int tenths = minPermille * 10 + random.nextInt((maxPermille - minPermille) * 10);
        return BigDecimal.valueOf(tenths, 4);
    }

    /** A random walk with a drift towards profit and rare gaps. */
    private List<BigDecimal> randomPrices() {
        List<BigDecimal> walk = new ArrayList<>();
        double price = entry.doubleValue();
        for (int i = 0; i < PRICES; i++) {
            double step = (random.nextInt(40) == 0 ? 0.02 : 0.003) * (random.nextDouble() * 2 - 1 + 0.15 * sign);
            price *= 1 + step;
            walk.add(BigDecimal.valueOf(price).setScale(1 + random.nextInt(4), RoundingMode.HALF_UP));
        }
        return walk;
    }

    List<List<String>> expected() {
        NaiveStop stop = new NaiveStop(terms);
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of(stop.placed()));
        prices.forEach(price -> commands.add(stop.on(price).stream().toList()));
        return commands;
    }

    List<List<String>> actual() {
        List<List<String>> commands = new ArrayList<>();
        try (WholeFlow engine = new WholeFlow(PolicyFile.read("seed", policy.toString()), START_MS)) {
            if (tick.signum() > 0) {
                engine.send(Line.of(
                        "instruments",
                        SYMBOL,
                        "{\"tickSize\":\"%s\",\"stepSize\":\"1\"}".formatted(tick.toPlainString()),
                        START_MS));
            }
            String fill = "{\"side\":\"%s\",\"price\":\"%s\",\"quantity\":\"1\"}"
                    .formatted(sign > 0 ? "BUY" : "SELL", entry.toPlainString());
            commands.add(commands(engine.send(Line.of("order-fills", SYMBOL, fill, START_MS))));
            for (BigDecimal price : prices) {
                // the path ends before an EXIT is repeated
                long time = START_MS + 40L * commands.size();
                commands.add(commands(engine.send(
                        Line.of("mark-prices", SYMBOL, "{\"p\":\"%s\"}".formatted(price.toPlainString()), time))));
            }
        }
        return commands;
    }

    private static List<String> commands(List<Line> outputs) {
        return outputs.stream()
                .filter(output -> output.topic().equals("trailing-stop-commands"))
                .map(output -> output.object().orElseThrow())
                .map(StopPath::inWords)
                .toList();
    }

    private static String inWords(JsonNode command) {
        String action = command.path("action").asText();
        String reason = action.equals("EXIT") ? command.path("reason").asText() + " " : "";
        return action + " " + reason
                + NaiveStop.plain(MessageFields.decimal(command, "stopPrice").orElseThrow());
    }

    NaiveStop.Terms terms() {
        return terms;
    }

    String policy() {
        return policy.toString();
    }

    /** The first {@code count} prices, or all. */
    List<BigDecimal> pricesUpTo(int count) {
        return prices.subList(0, Math.min(count, prices.size()));
    }
}
