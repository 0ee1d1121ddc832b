package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;

/**
 * Plans a new position instance in the step that opened it: rules 2, 2.8 and 2.10.
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
final class PlanRules {

    private PlanRules() {}

    /** Opens a new instance and plans it in the same step. */
    static void open(SideDraft side, PositionOpening opening) {
        Position position = new Position(
                opening.side(), opening.quantity(), opening.entry(), LeverageRules.highest(side, opening.leverage()));
        side.put(side.state().with(position).with(SideTimes.openedAt(opening.time())));
        side.symbol().nextInstance();
        protect(side, opening);
    }

    /** Plans a position that could not be planned at its opening: rule 2.10. */
    static void protectUnplanned(SideDraft side) {
        if (!side.hasPlan()) {
            protect(side, PositionOpening.ofUnplanned(side.state()));
        }
    }

    /**
     * Plans the position that {@code opening} opened. Without entry and mark it is reported UNPROTECTED until a price arrives. A position
     * that is only to be closed needs no price.
     */
    private static void protect(SideDraft side, PositionOpening opening) {
        takeMarkAsEntry(side);
        if (DustRules.isDust(side)) {
            return;
        }
        PlanRequest request = request(side, opening);
        if (side.position().entry().isEmpty() && !request.isExitedAtOnce()) {
            unprotected(side);
            return;
        }
        boolean wasUnprotected = side.state().unprotectedSince() != Times.NEVER;
        planned(side, Planner.plan(request));
        if (wasUnprotected) {
            side.note(ExitEvent.Kind.PROTECTED, RuleId.NO_PRICE);
        }
    }

    /** Without an entry price the mark price is the entry: rule 2.10. */
    private static void takeMarkAsEntry(SideDraft side) {
        if (side.position().entry().isEmpty() && side.symbol().mark().isPresent()) {
            BigDecimal mark = side.symbol().mark().get().price();
            side.put(side.state()
                    .with(side.position().withEntry(mark))
                    .with(side.state().account().corrected(mark)));
        }
    }

    private static void unprotected(SideDraft side) {
        if (side.state().unprotectedSince() == Times.NEVER) {
            side.put(side.state().unprotectedSince(side.now()));
            side.note(ExitEvent.Kind.UNPROTECTED, RuleId.NO_PRICE, "neither an entry nor a mark price is known");
        }
    }

    private static PlanRequest request(SideDraft side, PositionOpening opening) {
        DecisionContext context = side.context();
        return new PlanRequest(
                side.symbol().symbol(),
                side.positionSide(),
                side.position(),
                opening.origin(),
                PlanId.of(
                        side.symbol().symbol(),
                        side.positionSide(),
                        side.side(),
                        opening.firstEvent(),
                        side.symbol().instance()),
                opening.fillId(),
                opening.hints().over(context.exitContext()),
                context.instrument(),
                context.policy(),
                side.now());
    }

    private static void planned(SideDraft side, Planner.Planned planned) {
        side.put(planned.plan());
        side.created(planned.rule(), planned.failure().or(() -> FirstStop.excessOf(side)));
        if (planned.plan().stop().isArmed()) {
            side.note(ExitEvent.Kind.ARMED, RuleId.ARMED);
        }
        planned.exitAtOnce().ifPresent(reason -> side.exit(reason, planned.rule()));
        if (planned.exitAtOnce().isEmpty()) {
            side.mark().ifPresent(mark -> applyMark(side, mark));
        }
    }

    /** Exits if the mark has breached the first stop, which is then never sent. Otherwise an orphan's plan takes its first mark. */
    private static void applyMark(SideDraft side, BigDecimal mark) {
        if (side.side().hasBreached(mark, side.plan().stop().price())) {
            side.exit(Reason.ALREADY_BREACHED, RuleId.ALREADY_BREACHED);
        } else if (side.plan().stop().awaitsMark()) {
            BackfillRules.apply(side, mark);
            PriceRules.follow(side, mark);
        }
    }
}
