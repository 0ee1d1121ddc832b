package io.exitbrain.lab.shadow;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/** What an engine did for one plan: its commands, from the first that is known. */
final class PlanRun {

    private final StopCommand first;
    private final String place;
    private Optional<Reason> exit = Optional.empty();
    private Optional<String> exitPlace = Optional.empty();
    private int moves;

    /** {@code place} is where the first command stands, {@code topic-partition@offset}. */
    PlanRun(StopCommand first, String place) {
        this.first = first;
        this.place = place;
    }

    /** Takes a command, also the first. */
    void take(StopCommand command, String at) {
        switch (command.action()) {
            case MOVE -> moves++;
            case EXIT -> {
                exit = exit.or(() -> Optional.of(command.reason()));
                exitPlace = exitPlace.or(() -> Optional.of(at));
            }
            case PLACE, RESIZE, CANCEL -> {}
        }
    }

    String planId() {
        return first.planId();
    }

    /** For messages: {@code BTCUSDT}, or {@code BTCUSDT/LONG} in hedge mode. */
    String symbol() {
        return first.positionSide().isHedge() ? first.symbol() + "/" + first.positionSide() : first.symbol();
    }

    /** Whether the first command of the plan is known. */
    boolean isWhole() {
        return first.version() == 1;
    }

    /** The price of the first stop; empty if it is not known. */
    Optional<BigDecimal> firstStop() {
        return isWhole() ? first.stopPrice() : Optional.empty();
    }

    int moves() {
        return moves;
    }

    Optional<Reason> exit() {
        return exit;
    }

    String place() {
        return place;
    }

    /** Where the first EXIT stands, else the first command. */
    String exitPlace() {
        return exitPlace.orElse(place);
    }
}
