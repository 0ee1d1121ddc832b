package io.exitbrain.chaos;

import io.exitbrain.audit.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param failures what did not come back, or was not read; a sentence each
 * @param verdict empty if the topics could not be audited
 */
public record ChaosResult(long seed, List<BlowResult> blows, List<String> failures, Optional<Verdict> verdict) {

    public ChaosResult {
        blows = List.copyOf(blows);
        failures = List.copyOf(failures);
    }

    /** Whether everything came back, everything was read, and the audit found nothing. */
    public boolean isGood() {
        return failures.isEmpty() && verdict.filter(Verdict::isClean).isPresent();
    }
}
