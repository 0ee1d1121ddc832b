package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.quiet.QuietBand;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the band with the rules on random histories: the rules must emit nothing for a price in the band. */
class QuietBandTest {

    private static final int SEEDS = 2_000;
    private static final int INPUTS = 120;
    private static final List<Instrument> INSTRUMENTS =
            List.of(Trader.BTC, Trader.instrument("0.01", "0.1"), Trader.instrument("0.001", "1"), Instrument.UNKNOWN);

    @Test
    void shouldContainOnlyPricesAndTicksThatNeedNoDecision() {
        int quiet = 0;
        int better = 0;
        int onlyBetter = 0;
        int prices = 0;
        int ticks = 0;
        int withheldInHistory = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            History history = new History(seed);
            for (int i = 0; i < INPUTS; i++) {
                Input input = history.next();
                if (input instanceof MarkPrice price) {
                    prices++;
                    quiet += history.isQuiet(price) ? 1 : 0;
                    better += history.improves(price) ? 1 : 0;
                    onlyBetter += history.isOnlyBetter(price) ? 1 : 0;
                    withheldInHistory += history.isQuietOnlyInHistory(price) ? 1 : 0;
                    history.compare(price);
                }
                ticks += history.compareTick() ? 1 : 0;
                history.apply(input);
            }
        }
        // Many prices between the events of an open position must be quiet, else the band saves nothing.
        assertThat(quiet + better).isGreaterThan(prices / 3);
        // The same holds for prices that only improve the best price.
        assertThat(better).isGreaterThan(onlyBetter / 4);
        assertThat(ticks).isGreaterThan(SEEDS * INPUTS / 3);
        // While a MOVE is withheld, the other prices of history must be quiet, else the engine catches up slowly.
        assertThat(withheldInHistory).isGreaterThan(SEEDS / 2);
    }

    @Test
    void shouldGiveTheSameStateWhenQuietPricesAreAbsorbed() {
        int improving = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            History history = new History(seed);
            AbsorbingState absorbing = new AbsorbingState(history);
            for (int i = 0; i < INPUTS; i++) {
                Input input = history.next();
                boolean isQuiet = input instanceof MarkPrice price && absorbing.absorb(price);
                history.apply(input);
                if (!isQuiet) {
                    absorbing.restart();
                }
                assertThat(absorbing.state())
                        .as("seed %d after %s", seed, input)
                        .isEqualTo(history.state);
            }
            improving += absorbing.improving;
        }
        assertThat(improving).isGreaterThan(SEEDS);
    }

    /** A state, and the newest and the best of the quiet prices since then. The engine keeps the same. */
    private static final class AbsorbingState {

        private final History history;
        private SymbolState state;
        private DecisionContext context;
        private QuietBand band;
        private Optional<Mark> mark = Optional.empty();
        private Optional<BigDecimal> best = Optional.empty();
        private int improving;

        AbsorbingState(History history) {
            this.history = history;
            this.state = history.state;
            this.context = history.context;
            this.band = QuietBand.of(state, context);
        }

        void restart() {
            startFrom(history.state);
        }

        private void startFrom(SymbolState state) {
            this.state = state;
            context = history.context;
            band = QuietBand.of(state, context);
            mark = Optional.empty();
            best = Optional.empty();
        }

        boolean absorb(MarkPrice price) {
            if (!context.equals(history.context)) {
                startFrom(state());
            }
            if (!isComparable(state(), price)) {
                return false;
            }
            boolean counts = counts(band, history.aged());
            boolean quiet = counts && contains(band, price);
            boolean improves = counts && !quiet && improves(band, price);
            if (improves) {
                band = band.improvedTo(unscaled(price), price.price().scale());
                best = Optional.of(price.price());
                improving++;
            }
            if (quiet || improves) {
                mark = Optional.of(new Mark(price.price(), price.time()));
            }
            return quiet || improves;
        }

        SymbolState state() {
            SymbolState now = best.map(state::improvedTo).orElse(state);
            return mark.map(now::marked).orElse(now);
        }
    }

    private static boolean holds(Trader trader, Policy policy, ExitContext context, String price) {
        MarkPrice mark = new MarkPrice(Trader.SYMBOL, Trader.num(price), trader.time() + 1);
        return holds(trader.state(), new DecisionContext(policy, Trader.BTC, context), mark);
    }

    private static boolean holds(SymbolState state, DecisionContext context, MarkPrice price) {
        QuietBand band = QuietBand.of(state, context);
        return isComparable(state, price) && counts(band, context) && contains(band, price);
    }

    /** While a MOVE is withheld, the engine compares only a price of history with the band. */
    private static boolean counts(QuietBand band, DecisionContext context) {
        return !band.isOfHistory() || context.isHistory();
    }

    /** The engine compares a price with the band only if its digits fit a long and it is no older than the mark. */
    private static boolean isComparable(SymbolState state, MarkPrice price) {
        long newestMark = state.mark().map(Mark::time).orElse(Times.NEVER);
        return price.time() >= newestMark && price.price().precision() <= 18;
    }

    private static boolean contains(QuietBand band, MarkPrice price) {
        return band.contains(unscaled(price), price.price().scale(), price.time());
    }

    private static boolean improves(QuietBand band, MarkPrice price) {
        return band.improves(unscaled(price), price.price().scale(), price.time());
    }

    private static long unscaled(MarkPrice price) {
        return price.price().unscaledValue().longValueExact();
    }

    @Test
    void shouldNotContainAnActivationThatAnAddMovedBelowTheBestPrice() {
        Trader trader = new Trader().fill().leverage("1").fills("1", "100").price("102.4");
        assertThat(holds(trader, Policy.DEFAULT, ExitContext.NONE, "101")).isTrue();

        trader.later(1).buys("100", "98");
        assertThat(holds(trader, Policy.DEFAULT, ExitContext.NONE, "100.3")).isTrue();
        assertThat(holds(trader, Policy.DEFAULT, ExitContext.NONE, "101")).isFalse();
    }

    @Test
    void shouldContainNothingWhileAnAddHasTightenedTheTrailBelowTheBestPrice() {
        Policy tightening = Policies.running(Policies.profile(Policies.trail(
                Policies.atPct("0"),
                Policies.pct("0.015"),
                new Trail.Tightening(Policies.atPct("0.01"), Policies.pct("0.004")))));
        Trader trader = new Trader().with(tightening).fill().leverage("1").fills("1", "100");
        assertThat(holds(trader, tightening, ExitContext.NONE, "99")).isTrue();

        trader.later(1).buys("100", "98.6");
        assertThat(holds(trader, tightening, ExitContext.NONE, "99")).isFalse();
    }

    @Test
    void shouldNotTakeAPriceBeyondTheStopForABetterOne() {
        Trader trader = new Trader().fill().leverage("20").fills("1", "100");
        // the stop of both is 104.93, the best price still the entry of the first
        trader.later(1).buys("10", "106");
        QuietBand band =
                QuietBand.of(trader.state(), new DecisionContext(Policy.DEFAULT, Trader.BTC, ExitContext.NONE));

        assertThat(band.improves(1030, 1, trader.time() + 1)).isFalse();
        assertThat(band.improves(1055, 1, trader.time() + 1)).isTrue();
    }

    @Test
    void shouldContainNothingInAnEmergencyOrWhenTheContextKnowsTheLeverage() {
        Trader trader = new Trader().buys("1", "100");

        assertThat(holds(trader, Policy.DEFAULT, ExitContext.NONE, "99")).isTrue();
        assertThat(holds(trader, Policy.DEFAULT, Contexts.mode(RiskMode.ESS_ACTIVE), "99"))
                .isFalse();
        assertThat(holds(trader, Policy.DEFAULT, Contexts.leverage("20"), "99")).isFalse();
    }

    /** A random history of one symbol. */
    private static final class History {

        private final long seed;
        private final Random random;
        private final Policy policy;
        private final Instrument instrument;
        private DecisionContext context;
        private SymbolState state = SymbolState.unknown(Trader.SYMBOL);
        private long time = 1_000_000;
        private long ageMs;
        private BigDecimal price = BigDecimal.valueOf(1000, 1);

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
            this.policy = switch (random.nextInt(6)) {
                case 0 -> Policies.withMinStep(BigDecimal.ZERO);
                case 1 -> Policies.withMinStep(new BigDecimal("0.03"));
                case 2 -> Policy.DEFAULT;
                default -> trailing();
            };
            this.context = new DecisionContext(policy, instrument, ExitContext.NONE);
        }

        private Policy trailing() {
            Callback callback = switch (random.nextInt(4)) {
                case 0 -> new Callback.Price(new BigDecimal("0.7"));
                case 1 ->
                    instrument.isKnown()
                            ? new Callback.Ticks(BigDecimal.valueOf(9))
                            : new Callback.Price(new BigDecimal("1.3"));
                default -> Policies.pct("0.01");
            };
            return Policies.running(new Profile(
                    "TEST",
                    List.of(new Profile.TakeProfit(Policies.atR("1"), new BigDecimal("0.5"), Execution.LIMIT)),
                    Policies.trail(
                            Policies.atPct(random.nextBoolean() ? "0" : "0.004"),
                            callback,
                            new Trail.Tightening(Policies.atR("1"), Policies.pct("0.004"))),
                    Optional.of(60_000L)));
        }

        /** The context of the next record. History and present take turns. */
        DecisionContext aged() {
            return context.after(0, ageMs);
        }

        Input next() {
            time += random.nextInt(400);
            ageMs = random.nextInt(12) == 0 ? random.nextInt(2) * 3_600_000L : ageMs;
            int kind = random.nextInt(100);
            if (kind < 90) {
                price = price.multiply(BigDecimal.valueOf(9_990 + random.nextInt(21), 4))
                        .setScale(4, java.math.RoundingMode.HALF_EVEN);
                long stale = random.nextInt(20) == 0 ? random.nextInt(15_000) : 0;
                // The same price with more or fewer decimals; sometimes with too many digits for a long.
                BigDecimal written = random.nextInt(10) == 0
                        ? price.stripTrailingZeros()
                        : price.setScale(random.nextInt(20) == 0 ? 20 : 4 + random.nextInt(5));
                return new MarkPrice(Trader.SYMBOL, written, time - stale);
            }
            if (kind < 94) {
                return fill();
            }
            if (kind < 97) {
                return snapshot();
            }
            if (kind < 98) {
                changeContext();
            }
            return kind < 99 ? report() : new ClockTick();
        }

        private Fill fill() {
            PositionSide side = random.nextInt(5) > 0
                    ? PositionSide.BOTH
                    : random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT;
            return new Fill(
                    Trader.SYMBOL,
                    // Mostly adds: they move the activation and the steps of the trail below the best price.
                    random.nextInt(4) > 0
                            ? adding(state.sides().of(side).position().side())
                            : OrderSide.SELL,
                    fillPrice(),
                    BigDecimal.valueOf(1 + random.nextInt(9)),
                    Optional.of("f" + random.nextInt(500)),
                    Optional.empty(),
                    side,
                    random.nextInt(6) == 0,
                    random.nextInt(3) == 0 ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(20))) : Optional.empty(),
                    ExitContext.NONE,
                    time);
        }

        private static OrderSide adding(Side side) {
            return side == Side.LONG ? OrderSide.BUY : OrderSide.SELL;
        }

        /** Sometimes far from the mark. An add may then move the stop past the best price, which was the entry so far. */
        private BigDecimal fillPrice() {
            int permille = random.nextInt(3) == 0 ? 40 : 0;
            return price.multiply(BigDecimal.valueOf(1_000 - permille + random.nextInt(2 * permille + 1), 3));
        }

        private Snapshot snapshot() {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(19) - 9L);
            return new Snapshot(
                    Trader.SYMBOL,
                    PositionSide.BOTH,
                    amount,
                    random.nextBoolean() ? Optional.of(price) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(price) : Optional.empty(),
                    Optional.empty(),
                    time);
        }

        private void changeContext() {
            ExitContext exitContext = switch (random.nextInt(4)) {
                case 0 -> Contexts.mode(RiskMode.ESS_ACTIVE);
                case 1 -> Contexts.leverage("12");
                default -> ExitContext.NONE;
            };
            context = new DecisionContext(policy, instrument, exitContext);
        }

        private Input report() {
            String planId = state.sides()
                    .both()
                    .plan()
                    .map(plan -> plan.identity().planId() + "-" + plan.sent().version())
                    .orElse("UNKNOWN-1");
            ExecutionReport.Status[] all = ExecutionReport.Status.values();
            return new ExecutionReport(
                    Trader.SYMBOL, planId, all[random.nextInt(all.length)], Optional.empty(), Optional.empty(), time);
        }

        boolean isQuiet(MarkPrice price) {
            return holds(state, aged(), price);
        }

        boolean isQuietOnlyInHistory(MarkPrice price) {
            return isQuiet(price) && QuietBand.of(state, context).isOfHistory();
        }

        /** Whether the rules emit nothing for {@code price} but change more than the mark. */
        boolean isOnlyBetter(MarkPrice price) {
            Step step = AnyInput.decide(state, price, aged());
            return step.commands().isEmpty()
                    && step.events().isEmpty()
                    && step.plans().isEmpty()
                    && !step.state().isWrittenAs(state);
        }

        boolean improves(MarkPrice price) {
            QuietBand band = QuietBand.of(state, context);
            return isComparable(state, price)
                    && !isQuiet(price)
                    && counts(band, aged())
                    && QuietBandTest.improves(band, price);
        }

        /** Whether a tick of the clock is quiet. For a quiet tick the rules must emit and change nothing. */
        boolean compareTick() {
            long wallElapsedMs = random.nextInt(20_000);
            boolean quiet = QuietBand.of(state, context).isQuietAt(state.newestEventTime() + wallElapsedMs);
            if (quiet) {
                assertThat(AnyInput.decide(state, new ClockTick(), context.after(wallElapsedMs, 0)))
                        .as("seed %d, a tick after %d ms", seed, wallElapsedMs)
                        .isEqualTo(new Step(state, List.of(), List.of(), List.of(), false, Optional.empty()));
            }
            return quiet;
        }

        /** For a price in the band or in its improving range the rules must emit nothing. */
        void compare(MarkPrice price) {
            if (isQuiet(price)) {
                compare(price, state);
            } else if (improves(price)) {
                compare(price, state.improvedTo(price.price()));
            }
        }

        private void compare(MarkPrice price, SymbolState next) {
            assertThat(AnyInput.decide(state, price, aged()))
                    .as("seed %d at %s", seed, price)
                    .isEqualTo(new Step(
                            next.marked(new Mark(price.price(), price.time())),
                            List.of(),
                            List.of(),
                            List.of(),
                            false,
                            Optional.empty()));
        }

        void apply(Input input) {
            long wallElapsedMs = random.nextInt(4) == 0 ? random.nextInt(12_000) : 0;
            state = AnyInput.decide(state, input, context.after(wallElapsedMs, ageMs))
                    .state();
        }
    }
}
