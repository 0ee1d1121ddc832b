package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/** One command a side a step: what the executor has to be told after the rules have spoken. */
final class CommandRules {

    /** A rejected EXIT is repeated at most this often. */
    private static final long REJECTED_EXIT_PAUSE_MS = 1_000;

    private CommandRules() {}

    static void dispatch(SideDraft side) {
        if (side.hasPlan()) {
            dispatch(side, side.plan());
        }
    }

    private static void dispatch(SideDraft side, LivingPlan plan) {
        if (plan.stop().isTriggered()) {
            repeatExit(side);
        } else if (side.exit().isPresent()) {
            exit(side, side.exit().get());
        } else if (plan.sent().stop().isEmpty()) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else if (isMoveDue(side)) {
            move(side, side.moved().orElse(Reason.TRAIL));
        } else if (isResendDue(side)) {
            sendAgain(side);
        } else if (isResizeDue(side)) {
            send(side, Action.RESIZE, resizeReason(side), plan.standingPrice());
        }
    }

    /** The last command of a plan: nothing is left to protect. */
    static void cancel(SideDraft side, Reason reason) {
        int version = side.plan().sent().version() + 1;
        command(side, version, Action.CANCEL, reason, Optional.empty(), Optional.empty());
        SentCommands orders = side.plan().sent();
        side.put(side.plan().with(new SentCommands(version, orders.stop(), orders.exit(), orders.confirmation())));
    }

    private static void exit(SideDraft side, Reason reason) {
        LivingPlan plan = side.plan();
        SentCommands.SentExit exit = new SentCommands.SentExit(
                plan.sent().version() + 1,
                reason,
                plan.stop().price(),
                side.position().quantity(),
                side.now(),
                false);
        sendExit(side, exit);
        side.put(side.plan()
                .with(plan.stop().as(Stop.State.TRIGGERED))
                .with(plan.sent().plus(exit)));
    }

    /** After an EXIT only the same EXIT follows: when the position grew, was rejected, or the retry is due. */
    private static void repeatExit(SideDraft side) {
        SentCommands orders = side.plan().sent();
        SentCommands.SentExit exit =
                orders.exit().orElseThrow(() -> new IllegalStateException("a triggered stop has sent an exit"));
        long passedMs = side.now() - exit.sentAt();
        boolean grew = side.position().quantity().compareTo(exit.quantity()) > 0;
        boolean rejected = exit.rejected() && passedMs >= REJECTED_EXIT_PAUSE_MS;
        if (grew || rejected || passedMs >= side.context().policy().stop().exitRetryMs()) {
            SentCommands.SentExit again =
                    exit.repeatedAt(side.now(), side.position().quantity());
            sendExit(side, again);
            side.put(side.plan().with(orders.plus(again)));
            side.note(ExitEvent.Kind.TRIGGERED, RuleId.EXIT_RETRY, again.reason());
        } else if (side.position().quantity().compareTo(exit.quantity()) < 0) {
            // what is open now is what a later add is compared with
            side.put(side.plan().with(orders.plus(exit.covering(side.position().quantity()))));
        }
    }

    private static void sendExit(SideDraft side, SentCommands.SentExit exit) {
        command(
                side,
                exit.version(),
                Action.EXIT,
                exit.reason(),
                Optional.of(exit.quantity()),
                Optional.of(exit.stopPrice()));
    }

    /** A strictly better stop is sent once it beats the last sent one by the minimum step; one that does not come from the trail, at once. */
    private static boolean isMoveDue(SideDraft side) {
        LivingPlan plan = side.plan();
        BigDecimal sent = plan.standingPrice();
        if (!side.side().isBetter(plan.stop().price(), sent)) {
            return false;
        }
        return side.moved().isPresent()
                || plan.stop().price().subtract(sent).abs().compareTo(plan.leastMove()) >= 0;
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
            default -> RuleId.TRAIL;
        };
    }

    private static boolean isResendDue(SideDraft side) {
        SentCommands orders = side.plan().sent();
        Confirmation confirmation = orders.confirmation();
        return confirmation.resend()
                && side.now() - orders.stop().orElseThrow().sentAt()
                        >= confirmation.patienceMs(side.context().policy().stop());
    }

    /** The wanted stop once more under the next version: placed anew where none stands, else in place of the confirmed one. */
    private static void sendAgain(SideDraft side) {
        LivingPlan plan = side.plan();
        boolean nothingStands = plan.sent().confirmation().version() == 0;
        SentCommands.SentStop last = plan.sent().stop().orElseThrow();
        if (nothingStands) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else {
            // the reasons of a PLACE or RESIZE are none of a MOVE
            Reason reason = last.action() == Action.MOVE ? last.reason() : Reason.REBASED;
            send(side, Action.MOVE, reason, plan.stop().price());
        }
    }

    private static boolean isResizeDue(SideDraft side) {
        BigDecimal covered = side.plan().sent().stop().orElseThrow().quantity();
        return covered.compareTo(side.position().quantity()) != 0;
    }

    private static Reason resizeReason(SideDraft side) {
        BigDecimal covered = side.plan().sent().stop().orElseThrow().quantity();
        return side.resized()
                .orElse(
                        side.position().quantity().compareTo(covered) > 0
                                ? Reason.POSITION_INCREASED
                                : Reason.POSITION_REDUCED);
    }

    private static void send(SideDraft side, Action action, Reason reason, BigDecimal price) {
        SentCommands orders = side.plan().sent();
        SentCommands.SentStop sent = new SentCommands.SentStop(
                orders.version() + 1, action, reason, price, side.position().quantity(), side.now());
        command(side, sent.version(), action, reason, Optional.of(sent.quantity()), Optional.of(price));
        side.put(side.plan().with(orders.plus(sent)));
    }

    private static void command(
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
                        instrument.shownPrice(plan.stop().best()),
                        side.now()));
    }
}
