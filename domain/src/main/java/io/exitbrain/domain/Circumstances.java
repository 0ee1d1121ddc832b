package io.exitbrain.domain;

/**
 * What a decision is made under, beside the symbol's state and the input.
 *
 * @param instrument the symbol's filters, {@link Instrument#UNKNOWN} where there are none
 * @param context the symbol's context over the account's
 * @param wallPassedMs wall time since the symbol's newest record was processed; counts for inputs that are not newer than it
 */
public record Circumstances(Policy policy, Instrument instrument, Context context, long wallPassedMs) {

    public Circumstances {
        Require.that(wallPassedMs >= 0, "wallPassedMs must be >= 0, was %s", wallPassedMs);
    }

    public Circumstances(Policy policy, Instrument instrument, Context context) {
        this(policy, instrument, context, 0);
    }

    /** The same, {@code wallPassedMs} after the symbol's newest record. */
    public Circumstances after(long wallPassedMs) {
        return wallPassedMs == this.wallPassedMs ? this : new Circumstances(policy, instrument, context, wallPassedMs);
    }
}
