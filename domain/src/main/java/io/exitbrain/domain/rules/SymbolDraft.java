package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SeenFills;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.plan.ToldFaults;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mutable draft of a symbol during one step: its next state and the decisions so far. It decides nothing. */
final class SymbolDraft {

    private final SymbolState before;
    private final DecisionContext context;
    private final Step.Builder decisions = new Step.Builder();
    private final Map<PositionSide, SideDraft> sides = new EnumMap<>(PositionSide.class);

    private SeenFills fills;
    private Optional<Mark> mark;
    private long newestPriceTime;
    private ToldFaults toldFaults;
    private long newestEventTime;
    private long newestOtherTime;
    private int instances;
    private boolean reportsSeen;
    private boolean clockSkew;
    private Optional<Step.Ignored> ignored = Optional.empty();
    private long wallElapsedMs;

    SymbolDraft(SymbolState before, DecisionContext context) {
        this.before = before;
        this.context = context;
        this.fills = before.fills();
        this.mark = before.mark();
        this.newestPriceTime = before.newestPriceTime();
        this.toldFaults = before.toldFaults();
        this.newestEventTime = before.newestEventTime();
        this.newestOtherTime = before.newestOtherTime();
        this.instances = before.instances();
        this.reportsSeen = before.reportsSeen();
        this.wallElapsedMs = context.wallElapsedMs();
    }

    String symbol() {
        return before.symbol();
    }

    DecisionContext context() {
        return context;
    }

    Step.Builder decisions() {
        return decisions;
    }

    Optional<Mark> mark() {
        return mark;
    }

    /** The symbol's clock: the newest event time plus the wall time since then, epoch milliseconds. */
    long now() {
        return newestEventTime + wallElapsedMs;
    }

    boolean hasClock() {
        return newestEventTime != Times.NEVER;
    }

    /** Records the time of an input other than a price. */
    void arrivedAt(long time) {
        advanceClock(time);
        newestOtherTime = Math.max(newestOtherTime, time);
    }

    /** Records the time of a price. A price that lags the other inputs too far is a clock skew. */
    void pricedAt(long time) {
        advanceClock(time);
        clockSkew = time < newestOtherTime - context.policy().stop().maxPriceAgeMs();
    }

    /** Advances the newest event time. The elapsed wall time restarts with it. */
    private void advanceClock(long time) {
        if (time > newestEventTime) {
            newestEventTime = time;
            wallElapsedMs = 0;
        }
    }

    /** Takes {@code newest} of the price feed as the mark, unless the feed has told a newer price; true if it was taken. */
    boolean takeMark(Mark newest) {
        if (newestPriceTime != Times.NEVER && newestPriceTime > newest.time()) {
            return false;
        }
        newestPriceTime = newest.time();
        mark = Optional.of(newest);
        return true;
    }

    /** Takes {@code newest} of a snapshot as the mark, unless a newer mark is known; true if it was taken. */
    boolean takeMarkOfRow(Mark newest) {
        if (mark.filter(known -> known.time() > newest.time()).isPresent()) {
            return false;
        }
        mark = Optional.of(newest);
        return true;
    }

    /** The input changed nothing. */
    void ignored(Step.Ignored why) {
        ignored = Optional.of(why);
    }

    SeenFills.Verdict verdictOn(Fill fill) {
        return fills.verdictOn(fill);
    }

    void remember(Fill fill) {
        fills = fills.plus(fill);
    }

    void reported() {
        reportsSeen = true;
    }

    boolean areReportsInUse() {
        return context.policy().stop().reports().isInUse(reportsSeen);
    }

    void nextInstance() {
        instances++;
    }

    int instance() {
        return instances;
    }

    SideDraft side(PositionSide positionSide) {
        return sides.computeIfAbsent(
                positionSide, side -> new SideDraft(this, before.sides().of(side)));
    }

    /** The sides that this step used, and the open sides. */
    List<SideDraft> sides() {
        return Arrays.stream(PositionSide.values())
                .filter(side ->
                        sides.containsKey(side) || before.sides().of(side).isOpen())
                .map(this::side)
                .toList();
    }

    Optional<LivingPlan> planBefore(PositionSide side) {
        return before.sides().of(side).plan();
    }

    /** Whether one-way and hedge positions are open at the same time for the first time in this step. */
    boolean becameMixed() {
        return SideDraft.changed(before.sides(), sides.values()).areMixed()
                && !before.sides().areMixed();
    }

    /** Tells each fault of an optional field, but the same field at most once a minute, with the number of times it was bad since. */
    void refuse(List<FieldFault> faults, PositionSide positionSide) {
        toldFaults = toldFaults.after(
                faults, now(), text -> tell(ExitEvent.Kind.REFUSED, positionSide, RuleId.OPTIONAL_FIELD, text));
    }

    void tell(ExitEvent.Kind kind, PositionSide positionSide, RuleId rule, String detail) {
        decisions.event(ExitEvent.withoutPlan(kind, symbol(), positionSide, rule, detail, now()));
    }

    Step step() {
        return decisions.step(
                new SymbolState(
                        symbol(),
                        SideDraft.changed(before.sides(), sides.values()),
                        fills,
                        mark,
                        newestPriceTime,
                        newestEventTime,
                        newestOtherTime,
                        instances,
                        reportsSeen,
                        toldFaults),
                clockSkew,
                ignored);
    }
}
