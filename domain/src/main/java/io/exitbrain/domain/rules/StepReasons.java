package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.value.Reason;
import java.util.List;
import java.util.Optional;

/** The reasons of a side's command in one step. The rules note them; {@link CommandRules} chooses the command. */
final class StepReasons {

    /** The order of the reasons to exit where several meet in one step: rule 3. */
    private static final List<Reason> FIRST_TO_LAST = List.of(
            Reason.EMERGENCY,
            Reason.RISK_FLOOR,
            Reason.LIQUIDATION,
            Reason.ALREADY_BREACHED,
            Reason.STOP_LOSS,
            Reason.TRAILING_STOP,
            Reason.TIME_LIMIT);

    private Optional<Exit> exit = Optional.empty();
    private Optional<Reason> moved = Optional.empty();
    private Optional<Reason> resized = Optional.empty();

    /** Why the position is closed at market at the end of the step, and the rule that says so. */
    record Exit(Reason reason, RuleId rule) {}

    /** Closes the position at market at the end of the step. Of several reasons the one that comes first in rule 3 counts. */
    void exit(Reason reason, RuleId rule) {
        if (exit.filter(known -> !isBefore(reason, known.reason())).isEmpty()) {
            exit = Optional.of(new Exit(reason, rule));
        }
    }

    private static boolean isBefore(Reason a, Reason b) {
        return FIRST_TO_LAST.indexOf(a) < FIRST_TO_LAST.indexOf(b);
    }

    /** Why the position is closed at the end of the step; empty if it is not. */
    Optional<Exit> exit() {
        return exit;
    }

    /** Records that a rule other than the trail moved the stop. Such a move is sent without a minimum step. */
    void moved(Reason reason) {
        moved = Optional.of(reason);
    }

    /** Records that the trail moved the stop. A move that is sent in any case is then one of the trail. */
    void trailed() {
        moved = moved.map(other -> Reason.TRAIL);
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
}
