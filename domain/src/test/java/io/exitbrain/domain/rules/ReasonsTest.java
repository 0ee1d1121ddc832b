package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.RiskMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 3: the order of reasons, what an EXIT carries, and what a plan shows. */
class ReasonsTest {

    private static final long A_MINUTE = 60_000;

    private static Trader open() {
        return new Trader()
                .with(Trader.instrument("0.1", "1"))
                .buys("10", "100")
                .price("100")
                .forget();
    }

    @Test
    void shouldExitForTheFirstReasonInTheOrderOfTheRules() {
        Profile limited = new Profile(
                "TEST", List.of(), Policies.trail(Policies.atR("1"), Policies.pct("0.015")), Optional.of(A_MINUTE));
        Trader trader = new Trader()
                .with(Trader.instrument("0.1", "1"))
                .with(Policies.running(limited))
                .buys("10", "100")
                .forget();

        // the stop is breached, the time limit is reached, and the emergency switch is on
        trader.with(Contexts.mode(RiskMode.ESS_ACTIVE)).later(A_MINUTE).price("97");

        assertThat(trader.commands()).containsExactly("v2 EXIT 97.5 10 EMERGENCY");
        assertThat(trader.fullEvents())
                .filteredOn(event -> event.event() == ExitEvent.Kind.TRIGGERED)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains(Reason.EMERGENCY));
    }

    @Test
    void shouldNotSayTriggeredOfAPositionThatIsClosedInTheSameStep() {
        Trader trader = open().with(Contexts.mode(RiskMode.ESS_ACTIVE));

        trader.later(5_000).snapshot("0");

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.CLOSED);
        assertThat(trader.commands()).containsExactly("v2 CANCEL - - POSITION_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 97, v2 EXIT 97.5 10 ALREADY_BREACHED", "SELL, 103, v2 EXIT 102.5 10 ALREADY_BREACHED"})
    void shouldCarryTheStopThatStood(String side, String mark, String command) {
        Trader trader = new Trader().with(Trader.instrument("0.1", "1"));
        trader.fill().side(OrderSide.valueOf(side)).fills("10", "100").forget();

        // in one step the floor of leverage 10 becomes known and the price breaches it and the stop before it
        trader.with(Contexts.leverage("10")).price(mark);

        assertThat(trader.commands()).containsExactly(command);
        assertThat(trader.plan().stop().price()).isEqualByComparingTo(side.equals("BUY") ? "97.5" : "102.5");
    }

    @Test
    void shouldExitAPositionWithoutAnyPriceInAnEmergency() {
        Trader trader = new Trader().with(Contexts.mode(RiskMode.ESS_ACTIVE)).snapshot("-2");

        assertThat(trader.commands()).containsExactly("v1 EXIT - 2.000 EMERGENCY");
        assertThat(trader.view().entryPrice()).isEmpty();
        assertThat(trader.view().stop().price()).isEmpty();
        assertThat(trader.price("100").price("200").commands()).isEmpty();
        assertThat(trader.clock(10_000).commands()).containsExactly("v1 EXIT - 2.000 EMERGENCY");
        assertThat(trader.later(60_000).snapshot("0").commands()).containsExactly("v2 CANCEL - - POSITION_CLOSED");
    }

    @Test
    void shouldShowTheStopInForceAsTheStopLoss() {
        Trader trader = open().price("104").forget();
        trader.later(10).sells("1", "104");

        assertThat(trader.view().stopLoss().price())
                .isEqualTo(trader.view().stop().price());
        assertThat(trader.view().stopLoss().distancePct()).isEqualByComparingTo("0.025");
    }

    @ParameterizedTest(name = "{0} of 4 at {1}: {2}")
    @CsvSource({
        "4, 110, v2 MOVE 107.3 4 REBASED",
        "2, 110, v2 MOVE 107.3 2 REBASED",
        "2, 100, v2 RESIZE 97.5 2 POSITION_REDUCED",
        "2, 90, v2 RESIZE 97.5 2 POSITION_REDUCED",
        "6, 110, v2 MOVE 107.3 6 REBASED",
    })
    void shouldRecomputeTheStopLossFromAnotherEntry(String quantity, String entry, String command) {
        Trader trader = new Trader()
                .with(Trader.instrument("0.1", "1"))
                .buys("4", "100")
                .forget();

        trader.later(5_000)
                .snapshot(PositionSide.BOTH, quantity, Optional.of(entry), Optional.empty(), Optional.empty());

        assertThat(trader.commands()).containsExactly(command);
        assertThat(trader.view().entryPrice()).contains(Trader.num(entry).setScale(1));
    }

    @Test
    void shouldOrderThePricesOfTheFeedByThemselves() {
        Trader trader = open();
        long now = trader.time();
        trader.does(new Snapshot(
                Trader.SYMBOL,
                PositionSide.BOTH,
                Trader.num("10"),
                Optional.of(Trader.num("100")),
                Optional.of(Trader.num("100")),
                Optional.empty(),
                now + 2_000));

        trader.does(new MarkPrice(Trader.SYMBOL, Trader.num("97"), now + 1_000));

        assertThat(trader.commands()).containsExactly("v2 EXIT 97.5 10 STOP_LOSS");
    }

    @Test
    void shouldIgnoreAPriceThatIsOlderThanTheNewestOfTheFeed() {
        Trader trader = open();

        trader.does(new MarkPrice(Trader.SYMBOL, Trader.num("97"), trader.time() - 1));

        assertThat(trader.commands()).isEmpty();
    }

    @Test
    void shouldTellAFaultOfEveryRecordOnceAMinuteWithACount() {
        Trader trader = open();
        FieldFault fault = new FieldFault("time", "must be a time", "x");
        DecisionContext context = new DecisionContext(Policy.DEFAULT, Trader.instrument("0.1", "1"), ExitContext.NONE);
        int told = 0;
        String last = "";
        for (int second = 1; second <= 130; second++) {
            MarkPrice price = new MarkPrice(Trader.SYMBOL, Trader.num("100"), trader.time() + second * 1_000L);
            var step = ExitRules.onPrice(trader.state(), price, List.of(fault), context);
            trader.become(step.state());
            told += step.events().size();
            last = step.events().isEmpty()
                    ? last
                    : step.events().get(0).detail().orElseThrow();
        }

        assertThat(told).isEqualTo(3);
        assertThat(last).endsWith("(and 59 times more since the last such event)");
    }
}
