package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.StopOutlook;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about the next prices is what the rules do at these prices. */
class StopOutlookTest {

    private static final Instrument TENTHS = Trader.instrument("0.1", "1");
    private static final BigDecimal TICK = new BigDecimal("0.1");

    private static Trader open(String side, Instrument instrument, Policy policy) {
        return new Trader()
                .with(instrument)
                .with(policy)
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("5")
                .fills("100", "100");
    }

    private static StopOutlook outlook(Trader trader) {
        return StopOutlook.of(trader.state().sides().of(PositionSide.BOTH));
    }

    @ParameterizedTest(name = "{0} after {1}: moves at {2}")
    @CsvSource({
        "BUY, 100, 102.0", // the activation, which is a move of the stop too
        "BUY, 102, 102.1", // 102.1 * 0.985 = 100.5685, up to 100.6: one tick better than 100.5
        "BUY, 105.9, 106.0", // 3 R: 1 % of 106
        "SELL, 100, 98.0",
        "SELL, 98, 97.9",
        "SELL, 94.1, 94.0"
    })
    void shouldNameThePriceThatMovesTheStop(String side, String mark, String movesAt) {
        Trader trader = open(side, TENTHS, Policies.withMinStep(num("0"))).price(mark);

        assertThat(outlook(trader).movesAt().orElseThrow()).isEqualByComparingTo(movesAt);
        assertThatTheRulesAgree(
                () -> open(side, TENTHS, Policies.withMinStep(num("0"))).price(mark), "as given");
    }

    @Test
    void shouldAgreeWithTheRulesAfterAnyPrices() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            String side = random.nextBoolean() ? "BUY" : "SELL";
            String minStep = List.of("0", "0.0005", "0.005").get(random.nextInt(3));
            List<String> prices = random.ints(random.nextInt(6), 900, 1100)
                    .mapToObj(tenths -> BigDecimal.valueOf(tenths, 1).toPlainString())
                    .toList();
            Replayed replayed = () -> {
                Trader trader = open(side, TENTHS, Policies.withMinStep(num(minStep)));
                prices.forEach(trader::price);
                return trader;
            };
            assertThatTheRulesAgree(replayed, "seed %d, run %d: %s %s %s".formatted(seed, run, side, minStep, prices));
        }
    }

    @Test
    void shouldAgreeWithTheRulesWithoutATick() {
        Replayed replayed =
                () -> open("BUY", Instrument.UNKNOWN, Policy.DEFAULT).price("103.123456");

        BigDecimal movesAt = outlook(replayed.trader()).movesAt().orElseThrow();

        assertThat(commandsAfter(replayed, movesAt)).anyMatch(command -> command.contains("MOVE"));
        assertThat(commandsAfter(replayed, movesAt.subtract(new BigDecimal("0.001"))))
                .isEmpty();
    }

    @Test
    void shouldSayNothingOnceTheStopHasFired() {
        StopOutlook fired = outlook(open("BUY", TENTHS, Policy.DEFAULT).price("97"));

        assertThat(fired.firesAt()).isEmpty();
        assertThat(fired.movesAt()).isEmpty();
    }

    @Test
    void shouldNameTheCallbackOnlyWhileTheStopFollowsTheBestPrice() {
        assertThat(outlook(open("BUY", TENTHS, Policy.DEFAULT)).callback()).isEmpty();
        assertThat(outlook(open("BUY", TENTHS, Policy.DEFAULT).price("103"))
                        .callback()
                        .orElseThrow()
                        .asRatio())
                .contains(num("0.015"));
    }

    @FunctionalInterface
    private interface Replayed {
        Trader trader();
    }

    private static void assertThatTheRulesAgree(Replayed replayed, String which) {
        Trader trader = replayed.trader();
        StopOutlook outlook = outlook(trader);
        BigDecimal sign = BigDecimal.valueOf(
                trader.state().sides().of(PositionSide.BOTH).position().signed().signum());
        BigDecimal towardsProfit = TICK.multiply(sign);
        outlook.firesAt().ifPresent(firesAt -> {
            assertThat(commandsAfter(replayed, firesAt)).as("fires, %s", which).anyMatch(said -> said.contains("EXIT"));
            assertThat(commandsAfter(replayed, firesAt.add(towardsProfit)))
                    .as("does not fire, %s", which)
                    .noneMatch(said -> said.contains("EXIT"));
        });
        outlook.movesAt().ifPresent(movesAt -> {
            assertThat(commandsAfter(replayed, movesAt)).as("moves, %s", which).anyMatch(said -> said.contains("MOVE"));
            assertThat(commandsAfter(replayed, movesAt.subtract(towardsProfit)))
                    .as("does not move, %s", which)
                    .noneMatch(said -> said.contains("MOVE"));
        });
    }

    private static List<String> commandsAfter(Replayed replayed, BigDecimal price) {
        return replayed.trader().forget().price(price.toPlainString()).commands();
    }
}
