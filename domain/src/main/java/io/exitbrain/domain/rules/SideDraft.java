package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The next state of one position side while a step makes it, and what the step will emit for it. The rules decide; this is what they
 * read and write.
 */
final class SideDraft {

    private final SymbolDraft symbol;
    private final SideEvents events = new SideEvents();
    private SideState state;
    private SideState first;
    private boolean isRevised;
    private Optional<Reason> exit = Optional.empty();
    private Optional<Reason> moved = Optional.empty();
    private Optional<Reason> resized = Optional.empty();

    SideDraft(SymbolDraft symbol, SideState state) {
        this.symbol = symbol;
        this.state = state;
        this.first = state;
    }

    SymbolDraft symbol() {
        return symbol;
    }

    DecisionContext context() {
        return symbol.context();
    }

    /** The symbol's clock, epoch milliseconds. */
    long now() {
        return symbol.now();
    }

    SideState state() {
        return state;
    }

    PositionSide positionSide() {
        return state.positionSide();
    }

    Position position() {
        return state.position();
    }

    Side side() {
        return state.position().side();
    }

    /** The living plan; only asked for where there is one. */
    LivingPlan plan() {
        return state.plan().orElseThrow(() -> new IllegalStateException("no plan on " + state.positionSide()));
    }

    boolean hasPlan() {
        return state.plan().isPresent();
    }

    /** Whether the plan's stop still works, that is: there is a plan and no EXIT was sent. */
    boolean isGuarded() {
        return state.plan().filter(plan -> !plan.stop().isTriggered()).isPresent();
    }

    void put(SideState state) {
        this.state = state;
    }

    void put(LivingPlan plan) {
        state = state.with(plan);
    }

    /** The newest mark, unless it is older than the event that opened or last increased the position: such a price decides nothing. */
    Optional<BigDecimal> mark() {
        return symbol.mark()
                .filter(mark -> mark.time() >= state.times().lastIncrease())
                .map(Mark::price);
    }

    /** The position is closed at market at the end of the step; the first reason counts. */
    void exit(Reason reason, RuleId rule) {
        if (exit.isEmpty() && isGuarded()) {
            exit = Optional.of(reason);
            note(ExitEvent.Kind.TRIGGERED, rule, reason);
        }
    }

    /** Why the position is closed at the end of the step. */
    Optional<Reason> exit() {
        return exit;
    }

    /** A rule other than the trail has moved the stop: it is sent however small the move is. */
    void moved(Reason reason) {
        moved = Optional.of(reason);
    }

    Optional<Reason> moved() {
        return moved;
    }

    void resized(Reason reason) {
        resized = Optional.of(reason);
    }

    Optional<Reason> resized() {
        return resized;
    }

    void note(ExitEvent.Kind kind, RuleId rule) {
        events.note(kind, rule, Optional.empty(), Optional.empty());
    }

    void note(ExitEvent.Kind kind, RuleId rule, String detail) {
        events.note(kind, rule, Optional.empty(), Optional.of(detail));
    }

    void note(ExitEvent.Kind kind, RuleId rule, Reason reason) {
        events.note(kind, rule, Optional.of(reason), Optional.empty());
    }

    /** The plan is new and emitted at the end of the step; {@code detail} says why it is no better one. */
    void created(RuleId rule, Optional<String> detail) {
        isRevised = true;
        events.note(ExitEvent.Kind.PLANNED, rule, Optional.empty(), detail);
    }

    /** The plan is emitted again at the end of the step. */
    void revise(RuleId rule, String detail) {
        isRevised = true;
        note(ExitEvent.Kind.REVISED, rule, detail);
    }

    void refuse(RuleId rule, String detail) {
        symbol.refuse(positionSide(), rule, detail);
    }

    /** The instance has ended: what follows in this step belongs to the next one. */
    void startAnew() {
        state = state.flat();
        first = state;
        isRevised = false;
        exit = Optional.empty();
        moved = Optional.empty();
        resized = Optional.empty();
    }

    /** Emits the plan's new revision, if there is one. */
    void emitRevision() {
        if (isRevised && hasPlan()) {
            put(plan().revisedAt(now()));
            ExitPlan view = PlanView.of(symbol.symbol(), state);
            symbol.decisions().plan(new Step.PlanChange(view.key(), Optional.of(view)));
        }
    }

    /** Emits the events noted so far, with the protection as it was before the step and as it is now. */
    void emitEvents() {
        events.take(symbol.symbol(), first, state, now()).forEach(symbol.decisions()::event);
    }
}
