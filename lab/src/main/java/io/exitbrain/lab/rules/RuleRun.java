package io.exitbrain.lab.rules;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.quiet.QuietBand;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one policy on one symbol, as the engine runs them: the same state, inputs and decisions, without topics. The wall clock
 * advances by {@link #tick} only. Records are never history. For one thread.
 */
public class RuleRun {

    private static final byte NONE = -1;

    private final String symbol;
    private final Policy policy;
    private DecisionContext context;
    private SymbolState state;

    // Null means that it must be computed: it is read for each price, so an Optional would cost too much.
    private @Nullable QuietBand band;

    // Quiet prices that the state does not contain yet, as in the engine: an unscaled long times 10^-scale.

    private long markUnscaled;
    private byte markScale = NONE;
    private long bestUnscaled;
    private byte bestScale = NONE;
    private long newestMark = Times.NEVER;
    private long newestEvent = Times.NEVER;
    private long wallMs;
    private long seenAtMs;

    public RuleRun(String symbol, Policy policy, Instrument instrument, ExitContext exitContext) {
        this.symbol = symbol;
        this.policy = policy;
        this.context = new DecisionContext(policy, instrument, exitContext);
        this.state = SymbolState.unknown(symbol);
    }

    /** What a price did that needed no decision. */
    public enum Quiet {
        /** It changed only the mark. */
        MARK,
        /** It also became the best price, and the stop followed it by less than the smallest move that is sent. */
        BEST,
        /** It needs a decision, and nothing was done. */
        NO
    }

    /**
     * Takes the price {@code unscaled} times 10^-{@code scale} if it needs no decision.
     *
     * @param time epoch milliseconds
     * @param isBestAllowed false if a price that becomes the best one must go through the rules
     */
    public Quiet absorb(long unscaled, int scale, long time, boolean isBestAllowed) {
        QuietBand quiet = quietBand();
        if (time < newestMark || quiet.isOfHistory()) {
            return Quiet.NO;
        }
        boolean changesNothing = quiet.contains(unscaled, scale, time);
        if (!changesNothing && (!isBestAllowed || !quiet.improves(unscaled, scale, time))) {
            return Quiet.NO;
        }
        if (!changesNothing) {
            bestUnscaled = unscaled;
            bestScale = (byte) scale;
            band = quiet.improvedTo(unscaled, scale);
        }
        markUnscaled = unscaled;
        markScale = (byte) scale;
        newestMark = time;
        eventAt(time);
        return changesNothing ? Quiet.MARK : Quiet.BEST;
    }

    private void eventAt(long time) {
        if (time > newestEvent) {
            newestEvent = time;
            seenAtMs = wallMs;
        }
    }

    private QuietBand quietBand() {
        QuietBand quiet = band;
        if (quiet == null) {
            quiet = QuietBand.of(state(), context);
            band = quiet;
        }
        return quiet;
    }

    public Step price(BigDecimal price, long time) {
        return decide(new MarkPrice(symbol, price, time), ExitRules::onPrice);
    }

    public Step fill(Fill fill) {
        return decide(fill, ExitRules::onFill);
    }

    public Step positions(PositionUpdate update) {
        return decide(update, ExitRules::onPositions);
    }

    public Step report(ExecutionReport report) {
        return decide(report, ExitRules::onReport);
    }

    /** The filters or the context of the symbol changed. */
    public void become(Instrument instrument, ExitContext exitContext) {
        DecisionContext changed = new DecisionContext(policy, instrument, exitContext);
        if (!changed.equals(context)) {
            context = changed;
            band = null;
        }
    }

    /**
     * The milliseconds from the newest input to the first tick of the clock, once a second, on which a rule can decide; empty if none does at
     * {@code time} or before.
     */
    public Optional<Long> nextTick(long time) {
        long waited = wallMs - seenAtMs;
        long last = (time - newestEvent) / 1_000 * 1_000;
        if (newestEvent == Times.NEVER || last <= waited || quietBand().isQuietAt(newestEvent + last)) {
            return Optional.empty();
        }
        long first = waited / 1_000 * 1_000 + 1_000;
        while (quietBand().isQuietAt(newestEvent + first)) {
            first += 1_000;
        }
        return Optional.of(first);
    }

    /** The wall clock is {@code afterMs} milliseconds after the newest input: the rules that depend on time decide. */
    public Step tick(long afterMs) {
        wallMs = seenAtMs + afterMs;
        return decide(new ClockTick(), ExitRules::onClock);
    }

    private <I extends Input> Step decide(I input, InputRules<I> rules) {
        Step step = rules.decide(state(), input, List.of(), context.after(wallMs - seenAtMs, 0));
        state = step.state();
        newestMark = state.mark().map(Mark::time).orElse(Times.NEVER);
        eventAt(state.newestEventTime());
        band = null;
        return step;
    }

    /** The state with the quiet prices. */
    public SymbolState state() {
        SymbolState now = bestScale == NONE ? state : state.improvedTo(BigDecimal.valueOf(bestUnscaled, bestScale));
        if (markScale != NONE) {
            Mark mark = new Mark(BigDecimal.valueOf(markUnscaled, markScale), newestMark);
            now = now.with(new SymbolState.Latest(
                    Optional.of(mark),
                    newestMark,
                    Math.max(now.newestEventTime(), newestEvent),
                    now.newestOtherTime()));
        }
        bestScale = NONE;
        markScale = NONE;
        state = now;
        return now;
    }

    /** The time of the newest input, epoch milliseconds; -1 before the first. */
    public final long newestInput() {
        return newestEvent;
    }

    /** The symbol's clock: the time of the newest input plus the wall time since then, epoch milliseconds. */
    public long clock() {
        return newestEvent + wallMs - seenAtMs;
    }
}
