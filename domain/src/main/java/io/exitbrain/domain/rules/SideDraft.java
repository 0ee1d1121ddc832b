package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideStates;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * The mutable draft of one position side during a step: its next state and the events to emit. The rules read and write it; it decides
 * nothing.
 */
final class SideDraft {

    private final SymbolDraft symbol;
    private final SideEvents events = new SideEvents();
    private SideState state;
    private SideState first;
    private boolean isRevised;
    private Optional<BigDecimal> standing;
    private Optional<BigDecimal> liquidation = Optional.empty();
    private StepReasons reasons = new StepReasons();

    SideDraft(SymbolDraft symbol, SideState state) {
        this.symbol = symbol;
        this.state = state;
        this.first = state;
        this.standing = stopOf(state);
    }

    private static Optional<BigDecimal> stopOf(SideState state) {
        return state.plan().map(plan -> plan.stop().price());
    }

    /** {@code before} with the states of {@code sides}. */
    static SideStates changed(SideStates before, Collection<SideDraft> sides) {
        SideStates states = before;
        for (SideDraft side : sides) {
            states = side.state().equals(states.of(side.positionSide())) ? states : states.with(side.state());
        }
        return states;
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

    /** The living plan. The side must have one. */
    LivingPlan plan() {
        return state.plan().orElseThrow(() -> new IllegalStateException("no plan on " + state.positionSide()));
    }

    boolean hasPlan() {
        return state.plan().isPresent();
    }

    /** Whether the plan's stop is active: there is a plan and no EXIT was sent. */
    boolean isGuarded() {
        return state.plan().filter(plan -> !plan.stop().isTriggered()).isPresent();
    }

    void put(SideState state) {
        this.state = state;
    }

    void put(LivingPlan plan) {
        state = state.with(plan);
    }

    /** The newest mark; empty if it is older than the event that opened or last increased the position. */
    Optional<BigDecimal> mark() {
        return symbol.mark()
                .filter(mark -> mark.time() >= state.times().lastIncrease())
                .map(Mark::price);
    }

    /** Closes the position at market at the end of the step, if the plan's stop is active. */
    void exit(Reason reason, RuleId rule) {
        if (isGuarded()) {
            reasons.exit(reason, rule);
        }
    }

    /** The reasons of the command of this step. */
    StepReasons reasons() {
        return reasons;
    }

    /** A row of the present position told {@code liquidationPrice}. */
    void told(Optional<BigDecimal> liquidationPrice) {
        liquidation = liquidationPrice;
    }

    /** The liquidation price that this step told; empty if it told none. */
    Optional<BigDecimal> liquidation() {
        return liquidation;
    }

    /** The stop as it stood before the step; the planned one if the plan was made in this step. */
    BigDecimal standing() {
        return standing.orElse(plan().stop().price());
    }

    /** Takes the stop as it is now for the one that stood before the step: only the filters rounded it. */
    void standsNow() {
        standing = stopOf(state);
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

    /** Emits the new plan at the end of the step; {@code detail} is the reason for a fallback plan. */
    void created(RuleId rule, Optional<String> detail) {
        isRevised = true;
        events.note(ExitEvent.Kind.PLANNED, rule, Optional.empty(), detail);
    }

    /** Emits the plan again at the end of the step. */
    void revise(RuleId rule, String detail) {
        isRevised = true;
        note(ExitEvent.Kind.REVISED, rule, detail);
    }

    /** The open quantity as an order: on the lot step. */
    BigDecimal orderQuantity() {
        return plan().instrument().floorQuantity(position().quantity());
    }

    void refuse(RuleId rule, String detail) {
        symbol.tell(ExitEvent.Kind.REFUSED, positionSide(), rule, detail);
    }

    /** Ends the instance. Later changes in this step belong to the next instance. */
    void startAnew() {
        state = state.flat();
        first = state;
        standing = Optional.empty();
        isRevised = false;
        reasons = new StepReasons();
    }

    /** Emits the plan if it has a new revision. */
    void emitRevision() {
        if (isRevised && hasPlan()) {
            put(plan().revisedAt(now()));
            ExitPlan view = PlanView.of(symbol.symbol(), state);
            symbol.decisions().plan(new Step.PlanChange(view.key(), Optional.of(view)));
        }
    }

    /** Emits the noted events, with the protection before the step and now. */
    void emitEvents() {
        events.take(symbol.symbol(), first, state, now()).forEach(symbol.decisions()::event);
    }
}
