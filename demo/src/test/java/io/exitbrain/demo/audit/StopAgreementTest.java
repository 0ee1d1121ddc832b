package io.exitbrain.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.topology.policy.PolicyFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The engine's stop against {@link NaiveStop}: random policies, random price paths, the same commands at the same prices. */
class StopAgreementTest {

    private static final long PATHS = 600;
    private static final int PRICES = 200;
    private static final long START_MS = 1_764_000_000_000L;
    private static final String SYMBOL = "BTCUSDT";

    @Test
    void shouldTrailAsTheNaiveStopDoes() {
        Optional<String> disagreement = LongStream.range(0, PATHS)
                .parallel()
                .mapToObj(StopAgreementTest::disagreement)
                .flatMap(Optional::stream)
                .findAny();

        assertThat(disagreement).isEmpty();
    }

    @Test
    void shouldHaveComparedMovesAndBothKindsOfExits() {
        List<String> commands = LongStream.range(0, 100)
                .mapToObj(Path::new)
                .flatMap(path -> path.expected().stream().flatMap(List::stream))
                .map(command -> command.replaceAll("[ 0-9.]+$", ""))
                .distinct()
                .toList();

        assertThat(commands).containsExactlyInAnyOrder("PLACE", "MOVE", "EXIT STOP_LOSS", "EXIT TRAILING_STOP");
    }

    private static Optional<String> disagreement(long seed) {
        Path path = new Path(seed);
        List<List<String>> expected = path.expected();
        List<List<String>> actual = path.actual();
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of("seed %d, %s%n%s%nprices %s: expected %s, was %s"
                        .formatted(
                                seed,
                                path.terms,
                                path.policy,
                                path.prices.subList(0, Math.min(i, path.prices.size())),
                                expected.get(i),
                                actual.get(i)));
            }
        }
        return Optional.empty();
    }

    /** A random policy for one position and the prices that follow. */
    private static final class Path {

        private final Random random;
        private final int sign;
        private final BigDecimal tick;
        private final BigDecimal entry;
        private final BigDecimal lossPct;
        private final StringBuilder policy = new StringBuilder();
        private final NaiveStop.Terms terms;
        private final List<BigDecimal> prices;

        private Path(long seed) {
            this.random = new Random(seed);
            this.sign = random.nextBoolean() ? 1 : -1;
            this.tick = new BigDecimal(
                    List.of("0", "0.1", "0.01", "0.25", "0.5", "0.00001").get(random.nextInt(6)));
            this.entry = new BigDecimal(List.of("95000", "3000", "100.5", "20").get(random.nextInt(4)));
            this.lossPct = ratio(10, 50);
            this.terms = terms();
            this.prices = prices();
        }

        private NaiveStop.Terms terms() {
            BigDecimal minStep = new BigDecimal(List.of("0.0005", "0", "0.002").get(random.nextInt(3)));
            policy.append("stop: {default-pct: %s, min-step-pct: %s}%n".formatted(lossPct, minStep));
            policy.append("profiles:\n  NORMAL:\n    take-profit: []\n    trailing:\n      activate: {");
            BigDecimal activation = random.nextInt(5) == 0 ? nothing() : distance(0.2, 2);
            policy.append("}\n      ");
            NaiveStop.Behind callback = callback();
            policy.append("\n      tighten:").append(random.nextBoolean() ? "" : " []\n");
            List<NaiveStop.Tighter> tighten = new ArrayList<>();
            if (policy.charAt(policy.length() - 1) == ':') {
                policy.append('\n');
                for (int i = 0; i <= random.nextInt(3); i++) {
                    policy.append("        - {");
                    BigDecimal at = distance(2 * i + 1, 2 * i + 2);
                    policy.append(", ");
                    tighten.add(new NaiveStop.Tighter(at, callback()));
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

        /** A distance of so many R, written in R or as a ratio of entry; in price. */
        private BigDecimal distance(double leastR, double mostR) {
            BigDecimal inR = BigDecimal.valueOf(leastR + random.nextDouble() * (mostR - leastR))
                    .setScale(2, RoundingMode.HALF_UP);
            if (random.nextBoolean()) {
                policy.append("at-r: ").append(inR);
                return entry.multiply(lossPct).multiply(inR);
            }
            BigDecimal ratio = inR.multiply(lossPct).setScale(4, RoundingMode.HALF_UP);
            policy.append("at-pct: ").append(ratio);
            return entry.multiply(ratio);
        }

        private NaiveStop.Behind callback() {
            BigDecimal ratio = ratio(1, 40);
            int kind = random.nextInt(tick.signum() > 0 ? 3 : 2);
            if (kind == 0) {
                policy.append("callback-pct: ").append(ratio);
                return new NaiveStop.Behind(ratio, BigDecimal.ZERO);
            }
            if (kind == 1) {
                BigDecimal distance = entry.multiply(ratio).setScale(3, RoundingMode.UP);
                policy.append("callback-price: ").append(distance);
                return new NaiveStop.Behind(BigDecimal.ZERO, distance);
            }
            BigDecimal ticks = entry.multiply(ratio).divide(tick, 0, RoundingMode.UP);
            policy.append("callback-ticks: ").append(ticks.toPlainString());
            return new NaiveStop.Behind(BigDecimal.ZERO, ticks.multiply(tick));
        }

        private BigDecimal ratio(int leastPermille, int mostPermille) {
            int tenths = leastPermille * 10 + random.nextInt((mostPermille - leastPermille) * 10);
            return BigDecimal.valueOf(tenths, 4);
        }

        /** A walk with a drift towards profit and a gap now and then. */
        private List<BigDecimal> prices() {
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
                    // quick enough: the path is over before an EXIT is repeated
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
                    .map(Path::inWords)
                    .toList();
        }

        private static String inWords(JsonNode command) {
            String action = command.path("action").asText();
            String reason = action.equals("EXIT") ? command.path("reason").asText() + " " : "";
            return action + " " + reason
                    + NaiveStop.plain(Wire.decimal(command, "stopPrice").orElseThrow());
        }
    }
}
