package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Fills and rows are two witnesses of one position. Whatever the order in which a simulated exchange's records are read, the position ends
 * at the truth and is protected. {@code -Dwitness.first=7 -Dwitness.seeds=1} plays seed 7 only; a larger number plays more.
 */
class TwoWitnessesTest {

    private static final long FIRST_SEED = Long.getLong("witness.first", 1);
    private static final long SEEDS = Long.getLong("witness.seeds", 4_000);
    private static final double MAX_UNDECIDED = 0.005;
    private static final DecisionContext CONTEXT =
            new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);

    /** A symbol while a history is read. */
    private static final class Reader {

        private final SimulatedExchange exchange;
        private final long seed;
        private final boolean hasLosses;
        private final List<String> faults = new ArrayList<>();
        private SymbolState state = SymbolState.unknown("BTCUSDT");
        private final Set<String> read = new HashSet<>();
        private long newestFill = Long.MIN_VALUE;

        Reader(long seed, boolean hasLosses) {
            this.seed = seed;
            this.hasLosses = hasLosses;
            this.exchange = new SimulatedExchange(seed, hasLosses);
        }

        List<String> readAll() {
            exchange.deliveries().forEach(this::read);
            shouldEndAtTheTruth("after the last record");
            accept(ExitRules.onClock(state, new ClockTick(), List.of(), CONTEXT.after(600_000, 0)), "a silence");
            shouldEndAtTheTruth("in silence");
            return faults;
        }

        private SideState side() {
            return state.sides().of(exchange.side());
        }

        private long position() {
            return side().position().signed().longValueExact();
        }

        private void read(SimulatedExchange.Delivery delivery) {
            boolean wasRight = position() == exchange.positionAt(Math.max(newestFill, delivery.takenAt()));
            boolean isOldAnswer = !delivery.isFill() && delivery.takenAt() < newestFill;
            Step step = delivery.isFill()
                    ? ExitRules.onFill(state, fill(delivery), List.of(), CONTEXT)
                    : ExitRules.onPositions(state, row(delivery), List.of(), CONTEXT);
            accept(step, delivery.toString());
            // with losses an answer that is older than a fill may still know more than all fills together
            if (isOldAnswer && wasRight && !hasLosses) {
                shouldNotHaveShrunk(step, delivery);
            }
            read.add(delivery.id());
            newestFill = delivery.isFill() ? Math.max(newestFill, delivery.time()) : newestFill;
        }

        private void accept(Step step, String input) {
            state = step.state();
            if (side().isOpen() && (side().plan().isEmpty() || !isGuardedOnItsSide())) {
                faults.add("seed %d: open without a plan after %s".formatted(seed, input));
            }
            if (!side().isOpen() && side().plan().isPresent()) {
                faults.add("seed %d: a plan without a position after %s".formatted(seed, input));
            }
        }

        /** The stop is on the losing side of the entry: the exchange's price never moves. */
        private boolean isGuardedOnItsSide() {
            Side direction = side().position().side();
            BigDecimal stop = side().plan().orElseThrow().stop().price();
            return direction.isBetter(side().position().entry().orElseThrow(), stop);
        }

        private void shouldNotHaveShrunk(Step step, SimulatedExchange.Delivery delivery) {
            boolean shrinks = step.commands().stream()
                    .anyMatch(command -> command.action() == Action.CANCEL
                            || command.action() == Action.EXIT
                            || command.reason() == Reason.POSITION_REDUCED);
            // while an older fill is unread, a row that holds neither may be right
            if (shrinks && !isAnOlderFillUnread()) {
                faults.add("seed %d: an old answer took protection away: %s".formatted(seed, delivery));
            }
        }

        private boolean isAnOlderFillUnread() {
            return exchange.deliveries().stream()
                    .filter(SimulatedExchange.Delivery::isFill)
                    .anyMatch(fill -> fill.time() < newestFill && !read.contains(fill.id()));
        }

        private void shouldEndAtTheTruth(String when) {
            if (position() != exchange.position()) {
                faults.add("seed %d: %s the position is %d, in truth %d"
                        .formatted(seed, when, position(), exchange.position()));
            }
        }

        private Fill fill(SimulatedExchange.Delivery delivery) {
            return new Fill(
                    "BTCUSDT",
                    delivery.quantity() > 0 ? OrderSide.BUY : OrderSide.SELL,
                    new BigDecimal("100"),
                    BigDecimal.valueOf(Math.abs(delivery.quantity())),
                    Optional.of(delivery.id()),
                    Optional.empty(),
                    exchange.side(),
                    false,
                    Optional.empty(),
                    ExitContext.NONE,
                    delivery.time());
        }

        /** Exchanges count fees or funding in: a row corrects the entry now and then. */
        private static BigDecimal entry(SimulatedExchange.Delivery delivery) {
            return new BigDecimal(delivery.readAt() % 3 == 0 ? "100.5" : "100");
        }

        private Snapshot row(SimulatedExchange.Delivery delivery) {
            return new Snapshot(
                    "BTCUSDT",
                    exchange.side(),
                    BigDecimal.valueOf(delivery.quantity()),
                    delivery.quantity() == 0 ? Optional.empty() : Optional.of(entry(delivery)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    delivery.time(),
                    delivery.readAt());
        }
    }

    /** What is wrong with the history of {@code seed}, and whether a row of it says what was true at two moments of its window. */
    private record Verdict(List<String> faults, boolean isUndecidable) {}

    private static List<Verdict> verdicts(boolean hasLosses) {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .parallel()
                .mapToObj(seed -> new Reader(seed, hasLosses))
                .map(reader -> new Verdict(reader.readAll(), reader.exchange.isUndecidable()))
                .toList();
    }

    private static void shouldHold(List<Verdict> verdicts) {
        List<String> faults = verdicts.stream()
                .filter(verdict -> !verdict.isUndecidable())
                .flatMap(verdict -> verdict.faults().stream())
                .limit(5)
                .toList();
        long undecided = verdicts.stream()
                .filter(Verdict::isUndecidable)
                .filter(verdict -> !verdict.faults().isEmpty())
                .count();

        assertThat(faults).isEmpty();
        assertThat(undecided / (double) verdicts.size())
                .as("share of histories that nothing can decide")
                .isLessThan(MAX_UNDECIDED);
    }

    @Test
    void shouldEndAtTheTruthWhateverTheOrderOfFillsAndRows() {
        shouldHold(verdicts(false));
    }

    @Test
    void shouldEndAtTheTruthWithALaterRowWhateverWasLost() {
        shouldHold(verdicts(true));
    }
}
