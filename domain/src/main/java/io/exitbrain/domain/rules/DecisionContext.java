package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Require;

/**
 * What a decision is made under, beside the symbol's state and the input.
 *
 * @param instrument the symbol's filters, {@link Instrument#UNKNOWN} where there are none
 * @param exitContext the symbol's context over the account's
 * @param wallElapsedMs wall time since the symbol's newest record was processed; counts for inputs that are not newer than it
 */
public record DecisionContext(Policy policy, Instrument instrument, ExitContext exitContext, long wallElapsedMs) {

    public DecisionContext {
        Require.that(wallElapsedMs >= 0, "wallElapsedMs must be >= 0, was %s", wallElapsedMs);
    }

    public DecisionContext(Policy policy, Instrument instrument, ExitContext exitContext) {
        this(policy, instrument, exitContext, 0);
    }

    /** The same, {@code wallElapsedMs} after the symbol's newest record. */
    public DecisionContext after(long wallElapsedMs) {
        return wallElapsedMs == this.wallElapsedMs
                ? this
                : new DecisionContext(policy, instrument, exitContext, wallElapsedMs);
    }
}
