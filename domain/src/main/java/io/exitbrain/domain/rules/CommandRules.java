package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Chooses the command of a side after all other rules of a step: at most one per side and step (rule 3).
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class CommandRules {

    private CommandRules() {}

    static void dispatch(SideDraft side) {
        if (side.hasPlan()) {
            dispatch(side, side.plan());
        }
    }

    private static void dispatch(SideDraft side, LivingPlan plan) {
        if (plan.stop().isTriggered()) {
            ExitCommandRules.repeat(side);
        } else if (side.reasons().exit().isPresent()) {
            ExitCommandRules.exit(side, side.reasons().exit().get());
        } else if (plan.sent().stop().isEmpty()) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else if (isResendDue(side) && (nothingStands(plan) || !isMoveDue(side))) {
            resend(side);
        } else if (isMoveDue(side) && !isWithheld(side)) {
            move(side, side.reasons().moved().orElse(Reason.TRAIL));
        } else if (isResizeDue(side)) {
            send(side, Action.RESIZE, resizeReason(side), plan.standingPrice());
        }
    }

    /** Sends the last command of a plan. Its position is closed. */
    static void cancel(SideDraft side, Reason reason) {
        SentCommands cancelled = side.plan().sent().cancelled();
        command(side, cancelled.version(), Action.CANCEL, reason, Optional.empty(), Optional.empty());
        side.put(side.plan().with(cancelled));
    }

    /** A better stop from the trail is sent if it improves the last sent stop by the minimum step; from any other rule, at once. */
    private static boolean isMoveDue(SideDraft side) {
        LivingPlan plan = side.plan();
        BigDecimal sent = plan.standingPrice();
        if (!side.side().isBetter(plan.stop().price(), sent)) {
            return false;
        }
        return side.reasons().moved().isPresent()
                || plan.isWorthSending(plan.stop().price(), side.side());
    }

    /**
     * Whether the move of the stop waits for the present, because the trail moved it in history. It does not wait where a command is
     * due in any case: that command then carries it.
     */
    private static boolean isWithheld(SideDraft side) {
        return side.context().isHistory()
                && side.reasons().moved().isEmpty()
                && !isResizeDue(side)
                && !isResendDue(side);
    }

    private static void move(SideDraft side, Reason reason) {
        send(side, Action.MOVE, reason, side.plan().stop().price());
        side.note(ExitEvent.Kind.STOP_MOVED, ruleOf(reason), reason);
    }

    private static RuleId ruleOf(Reason reason) {
        return switch (reason) {
            case BREAK_EVEN -> RuleId.BREAK_EVEN;
            case PROFIT_LOCK -> RuleId.BACKFILL;
            case REBASED -> RuleId.REBASED;
            case LIQUIDATION -> RuleId.LIQUIDATION;
            default -> RuleId.TRAIL;
        };
    }

    private static boolean isResendDue(SideDraft side) {
        SentCommands sent = side.plan().sent();
        Confirmation confirmation = sent.confirmation();
        return confirmation.resend()
                && side.now() - sent.stop().orElseThrow().sentAt()
                        >= confirmation.patienceMs(side.context().policy().stop());
    }

    /** Sends the wanted stop again with the next version: PLACE if no stop stands at the exchange, else MOVE. */
    private static void resend(SideDraft side) {
        LivingPlan plan = side.plan();
        SentCommands.SentStop last = plan.sent().stop().orElseThrow();
        if (nothingStands(plan)) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else {
            // A MOVE cannot have the reason of a PLACE or a RESIZE.
            Reason reason = last.action() == Action.MOVE ? last.reason() : Reason.REBASED;
            send(side, Action.MOVE, reason, plan.stop().price());
        }
    }

    private static boolean nothingStands(LivingPlan plan) {
        return plan.sent().confirmation().version() == 0;
    }

    private static boolean isResizeDue(SideDraft side) {
        BigDecimal covered = side.plan().sent().stop().orElseThrow().quantity();
        return covered.compareTo(side.position().quantity()) != 0 && covered.compareTo(side.orderQuantity()) != 0;
    }

    private static Reason resizeReason(SideDraft side) {
        BigDecimal covered = side.plan().sent().stop().orElseThrow().quantity();
        return side.reasons()
                .resized()
                .orElse(
                        side.orderQuantity().compareTo(covered) > 0
                                ? Reason.POSITION_INCREASED
                                : Reason.POSITION_REDUCED);
    }

    private static void send(SideDraft side, Action action, Reason reason, BigDecimal price) {
        SentCommands sent = side.plan().sent();
        SentCommands.SentStop stop =
                new SentCommands.SentStop(sent.version() + 1, action, reason, price, side.orderQuantity(), side.now());
        command(side, stop.version(), action, reason, Optional.of(stop.quantity()), Optional.of(price));
        side.put(side.plan().with(sent.plus(stop)));
    }

    static void command(
            SideDraft side,
            int version,
            Action action,
            Reason reason,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> price) {
        LivingPlan plan = side.plan();
        Instrument instrument = plan.instrument();
        side.symbol()
                .decisions()
                .command(new StopCommand(
                        plan.identity().planId(),
                        version,
                        side.symbol().symbol(),
                        side.positionSide(),
                        action,
                        reason,
                        side.side().closingOrder(),
                        quantity.map(instrument::shownQuantity),
                        price.map(instrument::shownPrice),
                        plan.sent().stop().map(SentCommands.SentStop::price).map(instrument::shownPrice),
                        side.symbol().mark().map(Mark::price).map(instrument::shownPrice),
                        Optional.of(plan.stop().best())
                                .filter(best -> best.signum() > 0)
                                .map(instrument::shownPrice),
                        quantity.flatMap(instrument::limitOf).map(instrument::shownQuantity),
                        side.now()));
    }
}
