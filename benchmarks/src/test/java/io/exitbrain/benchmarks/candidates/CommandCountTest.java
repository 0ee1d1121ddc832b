package io.exitbrain.benchmarks.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.benchmarks.load.Market;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The comparison is fair only if all candidates send the same number of commands. */
class CommandCountTest {

    private static final int SYMBOLS = 100;
    private static final int PRICES = 100_000;
    private static final long OPENED = 1_000;
    private static final DecisionContext CONTEXT =
            new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);

    @Test
    void shouldNeedAsManyCommandsFromTheEngineAsFromTheLoops() {
        double engine = ofTheEngine() / (double) PRICES;
        double loop = ofTheLoops() / (double) PRICES;

        assertThat(engine).isCloseTo(0.045, within(0.003));
        assertThat(loop).isCloseTo(engine, within(0.002));
    }

    private static long ofTheEngine() {
        SymbolState[] states =
                IntStream.range(0, SYMBOLS).mapToObj(CommandCountTest::opened).toArray(SymbolState[]::new);
        Market market = new Market(SYMBOLS);
        long commands = 0;
        for (int i = 0; i < PRICES; i++) {
            Step step = ExitRules.onPrice(states[i % SYMBOLS], next(market, i), List.of(), CONTEXT);
            states[i % SYMBOLS] = step.state();
            commands += step.commands().size();
        }
        return commands;
    }

    private static long ofTheLoops() {
        HeldPlan[] plans = new HeldPlan[SYMBOLS];
        Market market = new Market(SYMBOLS);
        long commands = 0;
        for (int i = 0; i < PRICES; i++) {
            MarkPrice price = next(market, i);
            if (i < SYMBOLS) {
                plans[i] = HeldPlan.opened(price.symbol(), price.price(), price.time());
            } else if (plans[i % SYMBOLS].isImprovedBy(price.price())) {
                HeldPlan improved = plans[i % SYMBOLS].improvedBy(price.price(), price.time());
                commands += improved.mustSend() ? 1 : 0;
                plans[i % SYMBOLS] = improved.mustSend() ? improved.moved() : improved;
            }
        }
        return commands;
    }

    private static SymbolState opened(int symbol) {
        Snapshot position = new Snapshot(
                Market.nameOf(symbol),
                PositionSide.BOTH,
                BigDecimal.ONE,
                Optional.of(new BigDecimal(Market.ENTRY)),
                Optional.of(new BigDecimal(Market.FIRST_MARK)),
                Optional.of(new BigDecimal("3")),
                OPENED);
        return ExitRules.onPositions(SymbolState.unknown(Market.nameOf(symbol)), position, List.of(), CONTEXT)
                .state();
    }

    private static MarkPrice next(Market market, int number) {
        market.next();
        long time = OPENED + 1 + number;
        return new MarkPriceReader()
                .read(Market.nameOf(market.symbol()), market.payload(time), time)
                .fold(
                        accepted -> accepted.message(),
                        refused -> {
                            throw unread(refused.reason());
                        },
                        skipped -> {
                            throw unread(skipped.kind());
                        },
                        several -> {
                            throw unread("several messages");
                        });
    }

    private static AssertionError unread(String reason) {
        return new AssertionError(reason);
    }
}
