package io.exitbrain.domain;

import java.util.Optional;

/** The event of something that changed nothing. */
final class Refusal {

    private Refusal() {}

    static void event(SymbolTurn turn, PositionSide positionSide, Rule rule, String detail) {
        turn.journal()
                .event(new ExitEvent(
                        EventKind.REFUSED,
                        Optional.empty(),
                        turn.symbol(),
                        positionSide,
                        Optional.empty(),
                        rule.label(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(detail),
                        turn.now()));
    }
}
