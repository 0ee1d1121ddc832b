package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of one position side in a step. The rules note them; the states before and after are added at the end of the step. */
final class SideEvents {

    private final List<Note> notes = new ArrayList<>();

    private record Note(ExitEvent.Kind kind, RuleId rule, Optional<Reason> reason, Optional<String> detail) {}

    void note(ExitEvent.Kind kind, RuleId rule, Optional<Reason> reason, Optional<String> detail) {
        notes.add(new Note(kind, rule, reason, detail));
    }

    /** The events noted since the last call; {@code time} is the symbol's clock, epoch milliseconds. */
    List<ExitEvent> take(String symbol, SideState before, SideState after, long time) {
        List<ExitEvent> events = notes.stream()
                .map(note -> event(note, symbol, before, after, time))
                .toList();
        notes.clear();
        return events;
    }

    private static ExitEvent event(Note note, String symbol, SideState before, SideState after, long time) {
        return new ExitEvent(
                note.kind(),
                after.plan().map(plan -> plan.identity().planId()),
                symbol,
                after.positionSide(),
                after.plan().map(plan -> plan.sent().version()),
                note.rule().label(),
                note.reason(),
                protection(before),
                note.kind() == ExitEvent.Kind.CLOSED ? Optional.empty() : protection(after),
                note.detail(),
                time);
    }

    private static Optional<ExitEvent.Protection> protection(SideState state) {
        if (!state.isOpen()) {
            return Optional.empty();
        }
        Instrument instrument = state.plan().map(LivingPlan::instrument).orElse(Instrument.UNKNOWN);
        return Optional.of(new ExitEvent.Protection(
                state.plan()
                        .map(LivingPlan::standingPrice)
                        .filter(price -> price.signum() > 0)
                        .map(instrument::shownPrice),
                instrument.shownQuantity(state.position().quantity())));
    }
}
