package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;

/**
 * The context of a decision: everything that the rules read beside the symbol's state and the input.
 *
 * @param instrument the symbol's filters, {@link Instrument#UNKNOWN} if there are none
 * @param exitContext the symbol's context, with absent fields taken from the account's context
 * @param wallElapsedMs wall time since the symbol's newest record was processed; it counts for inputs that are not newer than that record
 * @param recordAgeMs age of the record against the engine's clock, milliseconds; 0 or less if it is not older than the clock
 */
public record DecisionContext(
        Policy policy, Instrument instrument, ExitContext exitContext, long wallElapsedMs, long recordAgeMs) {

    public DecisionContext {
        Require.that(wallElapsedMs >= 0, "wallElapsedMs must be >= 0, was %s", wallElapsedMs);
    }

    public DecisionContext(Policy policy, Instrument instrument, ExitContext exitContext) {
        this(policy, instrument, exitContext, 0, 0);
    }

    /** This context for a record of the age {@code recordAgeMs}, {@code wallElapsedMs} after the symbol's newest record. */
    public DecisionContext after(long wallElapsedMs, long recordAgeMs) {
        return wallElapsedMs == this.wallElapsedMs && recordAgeMs == this.recordAgeMs
                ? this
                : new DecisionContext(policy, instrument, exitContext, wallElapsedMs, recordAgeMs);
    }

    /** Whether the record is history: only the last MOVE of history counts, so MOVEs are withheld. */
    boolean isHistory() {
        return policy.stop().isHistory(recordAgeMs);
    }

    /** Whether {@code entry} is the entry of {@code position}: they differ by less than a tick. */
    boolean isSameEntry(Position position, BigDecimal entry) {
        return position.entry()
                .filter(known -> instrument.isSamePrice(known, entry))
                .isPresent();
    }
}
