package io.exitbrain.domain;

/**
 * What a decision is made under, beside the symbol's state and the input.
 *
 * @param instrument the symbol's filters, {@link Instrument#UNKNOWN} where there are none
 * @param context the symbol's context over the account's
 */
public record Circumstances(Policy policy, Instrument instrument, Context context) {}
