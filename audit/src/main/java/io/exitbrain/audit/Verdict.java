package io.exitbrain.audit;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import io.exitbrain.audit.measure.Delays;
import io.exitbrain.audit.measure.Unprotected;
import io.exitbrain.audit.rederive.Rederived;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an audit. Times are milliseconds.
 *
 * @param inputs records of input topics
 * @param commands records of {@code trailing-stop-commands}
 * @param counts how often each broken invariant was broken
 * @param findings the first of them
 * @param begunBefore symbols of which the record does not have the begin
 * @param compacted missing plans that a compaction of {@code exit-plans} explains
 * @param undecided records of inputs that the engine had not committed when the audit began to read
 * @param unknownOrders steps before which the order of the times would be a violation, and another order that the record permits is none
 * @param unknownPlaces the first outputs of the first of these steps
 * @param toProtection from the record that opened a position to the command that covers it
 * @param toCommand from a price to the command that it caused
 * @param unprotectedCount how often a position was not protected
 * @param unprotected the first of these times
 * @param rederived how the rules decide on the recorded inputs; empty if that was not asked for
 */
public record Verdict(
        long inputs,
        long commands,
        int symbols,
        Map<Invariant, Long> counts,
        List<Finding> findings,
        int begunBefore,
        long compacted,
        int undecided,
        long unknownOrders,
        List<String> unknownPlaces,
        Delays.Summary toProtection,
        Delays.Summary toCommand,
        long unprotectedCount,
        List<Unprotected> unprotected,
        Optional<Rederived> rederived) {

    public long violations() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isClean() {
        return counts.isEmpty();
    }

    /** The verdict in one line. */
    public String inOneLine() {
        return String.format(
                Locale.ROOT,
                "%,d %s in %,d commands of %,d %s",
                violations(),
                violations() == 1 ? "violation" : "violations",
                commands,
                symbols,
                symbols == 1 ? "symbol" : "symbols");
    }
}
