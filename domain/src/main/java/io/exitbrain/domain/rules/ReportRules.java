package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.util.Optional;

/**
 * Applies the executor's reports to the stop: rule 3, execution reports.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class ReportRules {

    private ReportRules() {}

    /** Applies {@code report} to the side whose command it names. */
    static void apply(SymbolDraft symbol, ExecutionReport report) {
        for (PositionSide positionSide : PositionSide.values()) {
            SideDraft side = symbol.side(positionSide);
            Optional<Integer> version = versionNamed(side, report);
            if (version.isPresent()) {
                applyTo(side, report, version.get());
                return;
            }
        }
        tellOfNoLivingPlan(symbol, report);
    }

    /** The report comes after the end of its plan, or names no command of an engine. */
    private static void tellOfNoLivingPlan(SymbolDraft symbol, ExecutionReport report) {
        boolean isOfEndedPlan =
                PlanId.isId(planNamed(report)) && versionNamed(report).isPresent();
        symbol.tell(
                isOfEndedPlan ? ExitEvent.Kind.OUTDATED : ExitEvent.Kind.REFUSED,
                PositionSide.BOTH,
                RuleId.REPORT,
                "%s names %s, was %s"
                        .formatted(
                                report.status(),
                                isOfEndedPlan ? "a plan that is not living" : "no command of the engine",
                                report.commandId()));
    }

    /** The version of the side's plan in {@code report}; empty if the report names another plan or has no version. */
    private static Optional<Integer> versionNamed(SideDraft side, ExecutionReport report) {
        return side.state()
                .plan()
                .map(plan -> plan.identity().planId())
                .filter(planNamed(report)::equals)
                .flatMap(named -> versionNamed(report));
    }

    /** What stands before the last dash of the command id. */
    private static String planNamed(ExecutionReport report) {
        return report.commandId().substring(0, Math.max(0, report.commandId().lastIndexOf('-')));
    }

    private static Optional<Integer> versionNamed(ExecutionReport report) {
        return Optional.of(report.commandId().substring(report.commandId().lastIndexOf('-') + 1))
                .filter(version -> version.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf);
    }

    private static void applyTo(SideDraft side, ExecutionReport report, int version) {
        SentCommands sent = side.plan().sent();
        if (version > sent.version()) {
            side.refuse(
                    RuleId.REPORT, report.status() + " names a command that was not sent, was " + report.commandId());
            return;
        }
        side.symbol().reported();
        if (sent.reports().isOutdated(version, report.time())) {
            outdated(side, report, "is older than the newest report on its command");
            return;
        }
        applyNewest(side, report, version);
    }

    private static void applyNewest(SideDraft side, ExecutionReport report, int version) {
        SentCommands sent = side.plan().sent();
        Optional<SentCommands.SentStop> stop = sent.stop()
                .filter(newest -> newest.version() == version && sent.exit().isEmpty());
        boolean isConfirmedStop =
                version == sent.confirmation().version() && sent.exit().isEmpty();
        if (sent.exit().filter(exit -> exit.version() == version).isPresent()) {
            remember(side, version, report);
            applyToExit(side, report);
        } else if (stop.isPresent() || isConfirmedStop) {
            remember(side, version, report);
            applyToStop(side, report, stop);
        } else {
            outdated(side, report, "is about a command that a newer one has replaced");
        }
    }

    private static void outdated(SideDraft side, ExecutionReport report, String why) {
        side.note(
                ExitEvent.Kind.OUTDATED,
                RuleId.REPORT,
                "%s %s, was %s".formatted(report.status(), why, report.commandId()));
    }

    private static void remember(SideDraft side, int version, ExecutionReport report) {
        SentCommands sent = side.plan().sent();
        side.put(side.plan().with(sent.with(sent.reports().plus(version, report.time()))));
    }

    private static void applyToExit(SideDraft side, ExecutionReport report) {
        SentCommands sent = side.plan().sent();
        switch (report.status()) {
            case ACCEPTED, FILLED -> side.note(ExitEvent.Kind.CONFIRMED, RuleId.REPORT, describe(report));
            case REJECTED, CANCELED -> {
                side.note(ExitEvent.Kind.REJECTED, RuleId.REPORT, describe(report));
                SentCommands.SentExit exit = sent.exit().orElseThrow();
                side.put(side.plan().with(sent.with(exit.rejectedNow())));
            }
        }
    }

    private static void applyToStop(SideDraft side, ExecutionReport report, Optional<SentCommands.SentStop> newest) {
        switch (report.status()) {
            case ACCEPTED -> newest.ifPresent(sent -> confirmed(side, sent, report));
            case REJECTED -> newest.ifPresent(sent -> rejected(side, report));
            case CANCELED -> canceled(side, report);
            case FILLED -> filled(side, report);
        }
    }

    private static void confirmed(SideDraft side, SentCommands.SentStop sent, ExecutionReport report) {
        boolean wasAlarmed = side.plan().isAlarmed();
        confirm(side, side.plan().sent().confirmation().of(sent));
        side.note(ExitEvent.Kind.CONFIRMED, RuleId.REPORT, describe(report));
        if (wasAlarmed) {
            side.note(ExitEvent.Kind.PROTECTED, RuleId.REPORT);
        }
    }

    private static void rejected(SideDraft side, ExecutionReport report) {
        side.note(ExitEvent.Kind.REJECTED, RuleId.REPORT, describe(report));
        failed(side, side.plan().sent().confirmation(), describe(report));
    }

    private static void canceled(SideDraft side, ExecutionReport report) {
        side.note(ExitEvent.Kind.REJECTED, RuleId.REPORT, describe(report));
        failed(side, side.plan().sent().confirmation().withNothingStanding(), describe(report));
    }

    private static void filled(SideDraft side, ExecutionReport report) {
        side.note(ExitEvent.Kind.CONFIRMED, RuleId.REPORT, describe(report));
        confirm(side, side.plan().sent().confirmation().filledAt(side.now()));
    }

    /** Fails a stop that was not confirmed in time, and a filled stop whose position stays open. */
    static void overdue(SideDraft side) {
        SentCommands commands = side.plan().sent();
        Confirmation confirmation = commands.confirmation();
        StopPolicy policy = side.context().policy().stop();
        if (!side.symbol().areReportsInUse()
                || confirmation.resend()
                || commands.stop().isEmpty()) {
            return;
        }
        SentCommands.SentStop sent = commands.stop().get();
        if (confirmation.filledAt() != Times.NEVER) {
            if (side.now() - confirmation.filledAt() >= policy.confirmWithinMs()) {
                failed(
                        side,
                        confirmation.withNothingStanding().filledAt(Times.NEVER),
                        "the stop was reported filled, the position is still open");
            }
        } else if (confirmation.version() < sent.version()
                && side.now() - sent.sentAt() >= confirmation.patienceMs(policy)) {
            failed(side, confirmation, "stop version " + sent.version() + " was not confirmed");
        }
    }

    private static void failed(SideDraft side, Confirmation confirmation, String why) {
        confirm(side, confirmation.failedAt(side.now()));
        side.note(ExitEvent.Kind.UNPROTECTED, RuleId.REPORT, why);
    }

    private static void confirm(SideDraft side, Confirmation confirmation) {
        side.put(side.plan().with(side.plan().sent().with(confirmation)));
    }

    private static String describe(ExecutionReport report) {
        return report.commandId() + " " + report.status()
                + report.reason().map(reason -> ": " + reason).orElse("");
    }
}
