package io.exitbrain.domain;

import java.util.Optional;

/** What the executor's reports mean for the stop: rule 3, execution reports. */
final class ReportRules {

    private ReportRules() {}

    /** Lets {@code report} act on the side whose command it names. */
    static void report(SymbolTurn turn, ExecutionReport report) {
        for (PositionSide positionSide : PositionSide.values()) {
            Optional<Integer> version = versionNamed(turn.side(positionSide), report);
            if (version.isPresent()) {
                about(turn.side(positionSide), report, version.get());
                return;
            }
        }
        Refusal.event(
                turn,
                PositionSide.BOTH,
                Rule.REPORT,
                report.status() + " names no living plan's command, was " + report.commandId());
    }

    /** The version of the side's plan that {@code report} names; empty where it names another plan or no number. */
    private static Optional<Integer> versionNamed(SideTurn side, ExecutionReport report) {
        return side.slot()
                .plan()
                .map(plan -> plan.identity().planId() + "-")
                .filter(report.commandId()::startsWith)
                .map(prefix -> report.commandId().substring(prefix.length()))
                .filter(version -> version.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf);
    }

    private static void about(SideTurn side, ExecutionReport report, int version) {
        Orders orders = side.plan().orders();
        Optional<SentStop> stop = orders.stop()
                .filter(sent -> sent.version() == version && orders.exit().isEmpty());
        boolean isConfirmedStop =
                version == orders.confirmation().version() && orders.exit().isEmpty();
        if (orders.exit().filter(exit -> exit.version() == version).isPresent()) {
            aboutExit(side, report);
        } else if (stop.isPresent() || isConfirmedStop) {
            aboutStop(side, report, stop);
        } else {
            side.refuse(Rule.REPORT, report.status() + " is about a superseded command, was " + report.commandId());
        }
    }

    private static void aboutExit(SideTurn side, ExecutionReport report) {
        Orders orders = side.plan().orders();
        switch (report.status()) {
            case ACCEPTED, FILLED -> side.say(EventKind.CONFIRMED, Rule.REPORT, describe(report));
            case REJECTED, CANCELED -> {
                side.say(EventKind.REJECTED, Rule.REPORT, describe(report));
                SentExit exit = orders.exit().orElseThrow();
                side.put(side.plan()
                        .with(new Orders(
                                orders.version(),
                                orders.stop(),
                                Optional.of(exit.rejectedNow()),
                                orders.confirmation())));
            }
        }
    }

    private static void aboutStop(SideTurn side, ExecutionReport report, Optional<SentStop> newest) {
        switch (report.status()) {
            case ACCEPTED -> newest.ifPresent(sent -> confirmed(side, sent, report));
            case REJECTED -> newest.ifPresent(sent -> rejected(side, report));
            case CANCELED -> canceled(side, report);
            case FILLED -> filled(side, report);
        }
    }

    private static void confirmed(SideTurn side, SentStop sent, ExecutionReport report) {
        boolean wasAlarmed = side.plan().isAlarmed();
        confirm(side, side.plan().orders().confirmation().of(sent));
        side.say(EventKind.CONFIRMED, Rule.REPORT, describe(report));
        if (wasAlarmed) {
            side.say(EventKind.PROTECTED, Rule.REPORT);
        }
    }

    private static void rejected(SideTurn side, ExecutionReport report) {
        side.say(EventKind.REJECTED, Rule.REPORT, describe(report));
        failed(side, side.plan().orders().confirmation(), describe(report));
    }

    private static void canceled(SideTurn side, ExecutionReport report) {
        side.say(EventKind.REJECTED, Rule.REPORT, describe(report));
        failed(side, side.plan().orders().confirmation().withNothingStanding(), describe(report));
    }

    private static void filled(SideTurn side, ExecutionReport report) {
        side.say(EventKind.CONFIRMED, Rule.REPORT, describe(report));
        confirm(side, side.plan().orders().confirmation().filledAt(side.turn().now()));
    }

    /** A stop that nobody confirmed, or that filled while the position stays open, has failed. */
    static void overdue(SideTurn side) {
        Orders orders = side.plan().orders();
        Confirmation confirmation = orders.confirmation();
        StopPolicy policy = side.turn().policy().stop();
        if (!side.turn().reportsInUse()
                || confirmation.resend()
                || orders.stop().isEmpty()) {
            return;
        }
        SentStop sent = orders.stop().get();
        if (confirmation.filledAt() != Times.NEVER) {
            if (side.turn().now() - confirmation.filledAt() >= policy.confirmWithinMs()) {
                failed(
                        side,
                        confirmation.withNothingStanding().filledAt(Times.NEVER),
                        "the stop was reported filled, the position is still open");
            }
        } else if (confirmation.version() < sent.version()
                && side.turn().now() - sent.sentAt() >= confirmation.patienceMs(policy)) {
            failed(side, confirmation, "stop version " + sent.version() + " was not confirmed");
        }
    }

    private static void failed(SideTurn side, Confirmation confirmation, String why) {
        confirm(side, confirmation.failedAt(side.turn().now()));
        side.say(EventKind.UNPROTECTED, Rule.REPORT, why);
    }

    private static void confirm(SideTurn side, Confirmation confirmation) {
        side.put(side.plan().with(side.plan().orders().with(confirmation)));
    }

    private static String describe(ExecutionReport report) {
        return report.commandId() + " " + report.status()
                + report.reason().map(reason -> ": " + reason).orElse("");
    }
}
