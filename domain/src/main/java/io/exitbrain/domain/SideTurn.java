package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One position side during one step: what the rules have made of it so far, and what is to be said and sent at the end of the step. */
final class SideTurn {

    private final SymbolTurn turn;
    private final List<Note> notes = new ArrayList<>();
    private Slot slot;
    private Slot first;
    private boolean revised;
    private Optional<Reason> exit = Optional.empty();
    private Optional<Reason> lifted = Optional.empty();
    private Optional<Reason> resized = Optional.empty();

    private record Note(EventKind kind, Rule rule, Optional<Reason> reason, Optional<String> detail) {}

    SideTurn(SymbolTurn turn, Slot slot) {
        this.turn = turn;
        this.slot = slot;
        this.first = slot;
    }

    SymbolTurn turn() {
        return turn;
    }

    Slot slot() {
        return slot;
    }

    PositionSide positionSide() {
        return slot.positionSide();
    }

    Position position() {
        return slot.position();
    }

    Side side() {
        return slot.position().side();
    }

    /** The living plan; only asked for where there is one. */
    LivingPlan plan() {
        return slot.plan().orElseThrow(() -> new IllegalStateException("no plan on " + slot.positionSide()));
    }

    /** Whether the plan's stop still works, that is: there is a plan and no EXIT was sent. */
    boolean isGuarded() {
        return slot.plan().filter(plan -> !plan.stop().isTriggered()).isPresent();
    }

    void put(Slot slot) {
        this.slot = slot;
    }

    void put(LivingPlan plan) {
        slot = slot.with(plan);
    }

    /** The newest mark, unless it is older than the event that opened or last increased the position: such a price decides nothing. */
    Optional<BigDecimal> mark() {
        return turn.mark()
                .filter(mark -> mark.time() >= slot.times().lastIncrease())
                .map(Mark::price);
    }

    void say(EventKind kind, Rule rule) {
        notes.add(new Note(kind, rule, Optional.empty(), Optional.empty()));
    }

    void say(EventKind kind, Rule rule, String detail) {
        notes.add(new Note(kind, rule, Optional.empty(), Optional.of(detail)));
    }

    void say(EventKind kind, Rule rule, Reason reason) {
        notes.add(new Note(kind, rule, Optional.of(reason), Optional.empty()));
    }

    void refuse(Rule rule, String detail) {
        Refusal.event(turn, positionSide(), rule, detail);
    }

    /** The plan is new and emitted at the end of the step; {@code detail} says why it is no better one. */
    void created(Rule rule, Optional<String> detail) {
        revised = true;
        notes.add(new Note(EventKind.PLANNED, rule, Optional.empty(), detail));
    }

    /** The plan is emitted again at the end of the step, with the filters known by now. */
    void revise(Rule rule, String detail) {
        revised = true;
        say(EventKind.REVISED, rule, detail);
    }

    void resize(Reason reason) {
        resized = Optional.of(reason);
    }

    /** The position is closed at market at the end of the step; the first reason counts. */
    void exit(Reason reason, Rule rule) {
        if (exit.isEmpty() && isGuarded()) {
            exit = Optional.of(reason);
            say(EventKind.TRIGGERED, rule, reason);
        }
    }

    /** A better stop that does not come from a price; where the mark has passed it, it is an EXIT and never sent as a stop. */
    void lift(BigDecimal stop, Reason reason) {
        if (!isGuarded() || !side().isBetter(stop, plan().stop().price())) {
            return;
        }
        put(plan().with(plan().stop().at(stop)));
        if (mark().filter(mark -> side().hasBreached(mark, stop)).isPresent()) {
            exit(Reason.ALREADY_BREACHED, Rule.ALREADY_BREACHED);
        } else {
            lifted = Optional.of(reason);
        }
    }

    Optional<Reason> exit() {
        return exit;
    }

    Optional<Reason> lifted() {
        return lifted;
    }

    Optional<Reason> resized() {
        return resized;
    }

    /** Ends the instance: its plan is cancelled and its record removed. */
    void close(Reason reason) {
        say(EventKind.CLOSED, Rule.CLOSED, reason);
        slot.plan().ifPresent(plan -> {
            CommandRules.cancel(this, reason);
            turn.journal().plan(new PlanChange(ExitPlan.key(turn.symbol(), positionSide()), Optional.empty()));
        });
        tell();
        slot = slot.flat();
        first = slot;
        revised = false;
        exit = Optional.empty();
        lifted = Optional.empty();
        resized = Optional.empty();
    }

    /** Lets time act, then sends the one command this side has in this step, then the plan's new revision. */
    void end() {
        ClockRules.apply(this);
        if (slot.plan().isPresent()) {
            CommandRules.dispatch(this);
        }
        if (revised && slot.plan().isPresent()) {
            put(plan().revisedAt(turn.now()));
            ExitPlan view = PlanView.of(turn.symbol(), slot);
            turn.journal().plan(new PlanChange(view.key(), Optional.of(view)));
        }
        tell();
    }

    private static Optional<ExitEvent.Protection> protection(Slot slot) {
        if (!slot.isOpen()) {
            return Optional.empty();
        }
        Instrument instrument = slot.plan().map(LivingPlan::instrument).orElse(Instrument.UNKNOWN);
        return Optional.of(new ExitEvent.Protection(
                slot.plan().map(LivingPlan::standingPrice).map(instrument::shownPrice),
                instrument.shownQuantity(slot.position().quantity())));
    }

    private void tell() {
        if (!notes.isEmpty()) {
            Optional<ExitEvent.Protection> before = protection(first);
            Optional<ExitEvent.Protection> after = protection(slot);
            notes.forEach(note -> turn.journal().event(told(note, before, after)));
            notes.clear();
        }
    }

    private ExitEvent told(Note note, Optional<ExitEvent.Protection> before, Optional<ExitEvent.Protection> after) {
        return new ExitEvent(
                note.kind(),
                slot.plan().map(plan -> plan.identity().planId()),
                turn.symbol(),
                positionSide(),
                slot.plan().map(plan -> plan.orders().version()),
                note.rule().label(),
                note.reason(),
                before,
                note.kind() == EventKind.CLOSED ? Optional.empty() : after,
                note.detail(),
                turn.now());
    }
}
