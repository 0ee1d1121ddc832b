package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** One command a side a step: what the executor has to be told after the rules have spoken. */
final class CommandRules {

    /** A rejected EXIT is repeated at most this often. */
    private static final long REJECTED_EXIT_PAUSE_MS = 1_000;

    private CommandRules() {}

    static void dispatch(SideTurn side) {
        LivingPlan plan = side.plan();
        if (plan.stop().isTriggered()) {
            repeatExit(side);
        } else if (side.exit().isPresent()) {
            exit(side, side.exit().get());
        } else if (plan.orders().stop().isEmpty()) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else if (isMoveDue(side)) {
            move(side, side.lifted().orElse(Reason.TRAIL));
        } else if (isResendDue(side)) {
            sendAgain(side);
        } else if (isResizeDue(side)) {
            send(side, Action.RESIZE, resizeReason(side), plan.standingPrice());
        }
    }

    /** The last command of a plan: nothing is left to protect. */
    static void cancel(SideTurn side, Reason reason) {
        int version = side.plan().orders().version() + 1;
        command(side, version, Action.CANCEL, reason, Optional.empty(), Optional.empty());
        Orders orders = side.plan().orders();
        side.put(side.plan().with(new Orders(version, orders.stop(), orders.exit(), orders.confirmation())));
    }

    private static void exit(SideTurn side, Reason reason) {
        LivingPlan plan = side.plan();
        SentExit exit = new SentExit(
                plan.orders().version() + 1,
                reason,
                plan.stop().price(),
                side.position().quantity(),
                side.turn().now(),
                false);
        sendExit(side, exit);
        side.put(side.plan()
                .with(plan.stop().as(StopState.TRIGGERED))
                .with(plan.orders().plus(exit)));
    }

    /** After an EXIT only the same EXIT follows: when the position grew, was rejected, or the retry is due. */
    private static void repeatExit(SideTurn side) {
        Orders orders = side.plan().orders();
        SentExit exit = orders.exit().orElseThrow(() -> new IllegalStateException("a triggered stop has sent an exit"));
        long passedMs = side.turn().now() - exit.sentAt();
        boolean grew = side.position().quantity().compareTo(exit.quantity()) > 0;
        boolean rejected = exit.rejected() && passedMs >= REJECTED_EXIT_PAUSE_MS;
        if (grew || rejected || passedMs >= side.turn().policy().stop().exitRetryMs()) {
            SentExit again = exit.repeatedAt(side.turn().now(), side.position().quantity());
            sendExit(side, again);
            side.put(side.plan().with(orders.plus(again)));
            side.say(EventKind.TRIGGERED, Rule.EXIT_RETRY, again.reason());
        } else if (side.position().quantity().compareTo(exit.quantity()) < 0) {
            // what is open now is what a later add is compared with
            side.put(side.plan().with(orders.plus(exit.covering(side.position().quantity()))));
        }
    }

    private static void sendExit(SideTurn side, SentExit exit) {
        command(
                side,
                exit.version(),
                Action.EXIT,
                exit.reason(),
                Optional.of(exit.quantity()),
                Optional.of(exit.stopPrice()));
    }

    /** A strictly better stop is sent once it beats the last sent one by the minimum step; one that does not come from the trail, at once. */
    private static boolean isMoveDue(SideTurn side) {
        LivingPlan plan = side.plan();
        BigDecimal sent = plan.standingPrice();
        if (!side.side().isBetter(plan.stop().price(), sent)) {
            return false;
        }
        return side.lifted().isPresent()
                || plan.stop().price().subtract(sent).abs().compareTo(plan.leastMove()) >= 0;
    }

    private static void move(SideTurn side, Reason reason) {
        send(side, Action.MOVE, reason, side.plan().stop().price());
        side.say(EventKind.STOP_MOVED, ruleOf(reason), reason);
    }

    private static Rule ruleOf(Reason reason) {
        return switch (reason) {
            case BREAK_EVEN -> Rule.BREAK_EVEN;
            case PROFIT_LOCK -> Rule.BACKFILL;
            case REBASED -> Rule.REBASED;
            default -> Rule.TRAIL;
        };
    }

    private static boolean isResendDue(SideTurn side) {
        Orders orders = side.plan().orders();
        Confirmation confirmation = orders.confirmation();
        return confirmation.resend()
                && side.turn().now() - orders.stop().orElseThrow().sentAt()
                        >= confirmation.patienceMs(side.turn().policy().stop());
    }

    /** The wanted stop once more under the next version: placed anew where none stands, else in place of the confirmed one. */
    private static void sendAgain(SideTurn side) {
        LivingPlan plan = side.plan();
        boolean nothingStands = plan.orders().confirmation().version() == 0;
        SentStop last = plan.orders().stop().orElseThrow();
        if (nothingStands) {
            send(side, Action.PLACE, Reason.INITIAL_STOP, plan.stop().price());
        } else {
            // the reasons of a PLACE or RESIZE are none of a MOVE
            Reason reason = last.action() == Action.MOVE ? last.reason() : Reason.REBASED;
            send(side, Action.MOVE, reason, plan.stop().price());
        }
    }

    private static boolean isResizeDue(SideTurn side) {
        BigDecimal covered = side.plan().orders().stop().orElseThrow().quantity();
        return covered.compareTo(side.position().quantity()) != 0;
    }

    private static Reason resizeReason(SideTurn side) {
        BigDecimal covered = side.plan().orders().stop().orElseThrow().quantity();
        return side.resized()
                .orElse(
                        side.position().quantity().compareTo(covered) > 0
                                ? Reason.POSITION_INCREASED
                                : Reason.POSITION_REDUCED);
    }

    private static void send(SideTurn side, Action action, Reason reason, BigDecimal price) {
        Orders orders = side.plan().orders();
        SentStop sent = new SentStop(
                orders.version() + 1,
                action,
                reason,
                price,
                side.position().quantity(),
                side.turn().now());
        command(side, sent.version(), action, reason, Optional.of(sent.quantity()), Optional.of(price));
        side.put(side.plan().with(orders.plus(sent)));
    }

    private static void command(
            SideTurn side,
            int version,
            Action action,
            Reason reason,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> price) {
        LivingPlan plan = side.plan();
        Instrument instrument = plan.instrument();
        side.turn()
                .journal()
                .command(new StopCommand(
                        plan.identity().planId(),
                        version,
                        side.turn().symbol(),
                        side.positionSide(),
                        action,
                        reason,
                        side.side().closingOrder(),
                        quantity.map(instrument::shownQuantity),
                        price.map(instrument::shownPrice),
                        plan.orders().stop().map(SentStop::price).map(instrument::shownPrice),
                        side.turn().mark().map(Mark::price).map(instrument::shownPrice),
                        instrument.shownPrice(plan.stop().best()),
                        side.turn().now()));
    }
}
