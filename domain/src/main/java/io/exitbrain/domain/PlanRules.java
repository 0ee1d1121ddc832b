package io.exitbrain.domain;

import java.math.BigDecimal;

/** A new instance gets its plan in the step that opened it: rules 2, 2.8 and 2.10. */
final class PlanRules {

    private PlanRules() {}

    /** Plans the position that {@code opening} opened; without entry and mark it stays unprotected, loudly, until a price comes. */
    static void protect(SideTurn side, Opening opening) {
        if (side.position().entry().isEmpty() && side.turn().mark().isEmpty()) {
            unprotected(side);
            return;
        }
        if (side.position().entry().isEmpty()) {
            side.put(side.slot()
                    .with(side.position()
                            .withEntry(side.turn().mark().orElseThrow().price())));
        }
        boolean wasUnprotected = side.slot().unprotectedSince() != Times.NEVER;
        planned(side, Planner.plan(request(side, opening)));
        if (wasUnprotected) {
            side.say(EventKind.PROTECTED, Rule.NO_PRICE);
        }
    }

    private static void unprotected(SideTurn side) {
        if (side.slot().unprotectedSince() == Times.NEVER) {
            side.put(side.slot().unprotectedSince(side.turn().now()));
            side.say(EventKind.UNPROTECTED, Rule.NO_PRICE, "neither an entry nor a mark price is known");
        }
    }

    private static PlanRequest request(SideTurn side, Opening opening) {
        SymbolTurn turn = side.turn();
        return new PlanRequest(
                turn.symbol(),
                side.positionSide(),
                side.position(),
                opening.origin(),
                PlanId.of(turn.symbol(), side.positionSide(), side.side(), opening.firstEvent(), turn.instance()),
                opening.fillId(),
                opening.hints().over(turn.context()),
                turn.instrument(),
                turn.policy(),
                turn.now());
    }

    private static void planned(SideTurn side, Planned planned) {
        side.put(planned.plan());
        side.created(planned.rule(), planned.failure());
        if (planned.plan().stop().isArmed()) {
            side.say(EventKind.ARMED, Rule.ARMED);
        }
        planned.exitAtOnce().ifPresent(reason -> side.exit(reason, planned.rule()));
        if (planned.exitAtOnce().isEmpty()) {
            side.mark().ifPresent(mark -> meet(side, mark));
        }
    }

    /** A first stop that the mark has passed is never sent; an orphan's plan takes the mark as its first. */
    private static void meet(SideTurn side, BigDecimal mark) {
        if (side.side().hasBreached(mark, side.plan().stop().price())) {
            side.exit(Reason.ALREADY_BREACHED, Rule.ALREADY_BREACHED);
        } else if (side.plan().stop().awaitsMark()) {
            BackfillRules.apply(side, mark);
            PriceRules.follow(side, mark);
        }
    }
}
