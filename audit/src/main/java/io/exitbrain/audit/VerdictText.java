package io.exitbrain.audit;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.measure.Unprotected;
import io.exitbrain.audit.rederive.Rederived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A verdict as lines for a reader. */
public final class VerdictText {

    private static final int SHOWN = 20;

    private VerdictText() {}

    /** All of {@code verdict}; the verdict in one line comes last. */
    public static String of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.findings().stream().limit(SHOWN).map(VerdictText::of).forEach(lines::add);
        more(lines, verdict.violations(), Math.min(SHOWN, verdict.findings().size()), "violations");
        lines.add("inputs               " + verdict.inputs());
        lines.add("time to protection   " + verdict.toProtection());
        lines.add("price to command     " + verdict.toCommand());
        lines.add("unprotected          " + (verdict.unprotectedCount() == 0 ? "never" : verdict.unprotectedCount()));
        verdict.unprotected().stream().limit(SHOWN).map(VerdictText::of).forEach(lines::add);
        verdict.rederived().ifPresent(rederived -> rederived(lines, rederived));
        notJudged(lines, verdict);
        lines.add(verdict.inOneLine());
        return String.join("\n", lines) + "\n";
    }

    /** A violation in one line. */
    public static String of(Finding finding) {
        String cause = finding.cause().isEmpty() || finding.cause().equals(finding.place())
                ? ""
                : ", caused by " + finding.cause();
        return "%s %s at %s%s: %s. %s"
                .formatted(
                        finding.invariant(),
                        finding.symbol(),
                        finding.place(),
                        cause,
                        finding.invariant().claim(),
                        finding.evidence());
    }

    private static String of(Unprotected interval) {
        return "  %s from %s to %s (%s)"
                .formatted(
                        interval.slot(),
                        Instant.ofEpochMilli(interval.from()),
                        interval.to()
                                .map(Instant::ofEpochMilli)
                                .map(Instant::toString)
                                .orElse("the end"),
                        interval.source());
    }

    private static void rederived(List<String> lines, Rederived rederived) {
        lines.add("same by the rules    %d commands; %d replaced while catching up, %d repeats of an EXIT not compared"
                .formatted(rederived.matched(), rederived.caughtUp(), rederived.repeated()));
        if (rederived.unexplained() > 0) {
            lines.add("WARNING not explained %d commands: another order of the inputs, or another policy"
                    .formatted(rederived.unexplained()));
            rederived.differences().stream().limit(SHOWN).forEach(difference -> lines.add("  " + difference));
        }
    }

    private static void notJudged(List<String> lines, Verdict verdict) {
        if (verdict.begunBefore() > 0) {
            lines.add(
                    "begun before         %d symbols have no begin in the record: until a plan or a snapshot tells their position, it is not judged"
                            .formatted(verdict.begunBefore()));
        }
        if (verdict.compacted() > 0) {
            lines.add("compacted            %d times a plan is missing that a compaction of exit-plans explains"
                    .formatted(verdict.compacted()));
        }
        if (verdict.unknownOrders() > 0) {
            lines.add("order not known      %d steps: their times permit an order without a violation, %s"
                    .formatted(
                            verdict.unknownOrders(),
                            String.join(
                                    ", ",
                                    verdict.unknownPlaces().stream()
                                            .limit(SHOWN)
                                            .toList())));
        }
        if (verdict.undecided() > 0) {
            lines.add("undecided            %d records of inputs that the engine had not committed"
                    .formatted(verdict.undecided()));
        }
    }

    private static void more(List<String> lines, long all, int shown, String what) {
        if (all > shown) {
            lines.add("... and %d more %s".formatted(all - shown, what));
        }
    }
}
