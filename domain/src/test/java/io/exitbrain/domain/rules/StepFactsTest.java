package io.exitbrain.domain.rules;

import static io.exitbrain.domain.rules.Trader.num;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step and a command tell for the metrics: they decide nothing. */
class StepFactsTest {

    private static final Instrument TENTHS = Trader.instrument("0.1", "1");

    private static Trader open(String side) {
        return new Trader()
                .with(TENTHS)
                .fill()
                .side(OrderSide.valueOf(side))
                .leverage("5")
                .fills("100", "100");
    }

    private static Step step(Trader trader, Input input, long wallElapsedMs) {
        return AnyInput.decide(
                trader.state(), input, new DecisionContext(Policy.DEFAULT, TENTHS, ExitContext.NONE, wallElapsedMs, 0));
    }

    private static StopCommand exit(Trader trader, String mark) {
        Step step = step(trader, new MarkPrice(Trader.SYMBOL, num(mark), trader.time() + 1), 0);
        assertThat(step.commands()).extracting(StopCommand::action).containsExactly(Action.EXIT);
        return step.commands().get(0);
    }

    /** The stop is 98 for LONG and 102 for SHORT. */
    @ParameterizedTest(name = "{0}: mark {1}")
    @CsvSource({
        "BUY, 98.0, 0", "BUY, 97.9, 0.001020408", "BUY, 49, 0.5",
        "SELL, 102.0, 0", "SELL, 102.1, 0.0009803922", "SELL, 153, 0.5"
    })
    void shouldTellHowFarTheMarkWasBeyondTheStop(String side, String mark, String gap) {
        assertThat(exit(open(side), mark).exitGap())
                .hasValueSatisfying(told -> assertThat(told).isEqualByComparingTo(num(gap)));
    }

    @ParameterizedTest
    @CsvSource({"BUY", "SELL"})
    void shouldTellNoGapOfACommandThatIsNoExit(String side) {
        Trader trader = open(side);
        Step placed = step(
                new Trader().with(TENTHS),
                trader.fill().side(OrderSide.valueOf(side)).leverage("5").of("100", "100"),
                0);

        assertThat(placed.commands()).extracting(StopCommand::exitGap).containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"BUY, 97", "SELL, 103"})
    void shouldKnowARepeatedExitFromTheFirstOne(String side, String mark) {
        Trader trader = open(side);
        MarkPrice beyond = new MarkPrice(Trader.SYMBOL, num(mark), trader.time() + 1);
        Step first = step(trader, beyond, 0);
        StopCommand exit = first.commands().get(0);

        assertThat(exit.isRepeatAfter(trader.state())).isFalse();
        assertThat(exit.isRepeatAfter(first.state())).isTrue();
    }

    /** A price of the time of the newest one counts; one before it does not. */
    @ParameterizedTest
    @CsvSource({"BUY, 0, ", "BUY, 1, STALE_PRICE", "SELL, 0, ", "SELL, 1, STALE_PRICE"})
    void shouldTellThatAPriceIsOlderThanTheNewest(String side, long olderMs, Step.Ignored why) {
        Trader trader = open(side).price("100");

        Step step = step(trader, new MarkPrice(Trader.SYMBOL, num("100"), trader.time() - olderMs), 0);

        assertThat(step.ignored()).isEqualTo(Optional.ofNullable(why));
    }

    @Test
    void shouldTellThatAFillWasSeenBefore() {
        Trader trader = new Trader().with(TENTHS);
        Input fill = trader.fill().id("1").leverage("5").of("100", "100");

        assertThat(step(trader, fill, 0).ignored()).isEmpty();
        assertThat(step(trader.does(fill), fill, 0).ignored()).contains(Step.Ignored.DUPLICATE);
    }
}
