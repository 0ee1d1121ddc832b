package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Action;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Sends an EXIT and repeats it: rule 3, after EXIT.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class ExitCommandRules {

    /** The shortest time between two repetitions of a rejected EXIT. */
    private static final long REJECTED_EXIT_PAUSE_MS = 1_000;

    private ExitCommandRules() {}

    /** An EXIT carries the stop as it stood before the step. A stop that the step raised past the market never stood. */
    static void exit(SideDraft side, StepReasons.Exit why) {
        LivingPlan plan = side.plan();
        SentCommands.SentExit exit = new SentCommands.SentExit(
                plan.sent().version() + 1, why.reason(), side.standing(), side.orderQuantity(), side.now(), false);
        sendExit(side, exit);
        side.put(side.plan()
                .with(plan.stop().at(side.standing()).as(Stop.State.TRIGGERED))
                .with(plan.sent().plus(exit)));
        side.note(ExitEvent.Kind.TRIGGERED, why.rule(), why.reason());
    }

    /** Repeats the EXIT if the position grew, if the executor rejected the EXIT, or if the retry is due. */
    static void repeat(SideDraft side) {
        SentCommands sent = side.plan().sent();
        SentCommands.SentExit exit =
                sent.exit().orElseThrow(() -> new IllegalStateException("a triggered stop has sent an exit"));
        long elapsedMs = side.now() - exit.sentAt();
        BigDecimal open = side.orderQuantity();
        boolean grew = open.compareTo(exit.quantity()) > 0;
        boolean rejected = exit.rejected() && elapsedMs >= REJECTED_EXIT_PAUSE_MS;
        if (grew || rejected || elapsedMs >= side.context().policy().stop().exitRetryMs()) {
            SentCommands.SentExit again = exit.repeatedAt(side.now(), open);
            sendExit(side, again);
            side.put(side.plan().with(sent.plus(again)));
            side.note(ExitEvent.Kind.TRIGGERED, RuleId.EXIT_RETRY, again.reason());
        } else if (open.compareTo(exit.quantity()) < 0) {
            // A later add is compared with the quantity that is open now.
            side.put(side.plan().with(sent.plus(exit.covering(open))));
        }
    }

    private static void sendExit(SideDraft side, SentCommands.SentExit exit) {
        CommandRules.command(
                side,
                exit.version(),
                Action.EXIT,
                exit.reason(),
                Optional.of(exit.quantity()),
                Optional.of(exit.stopPrice()).filter(price -> price.signum() > 0));
    }
}
