package io.exitbrain.lab.shadow;

/**
 * A difference on one plan.
 *
 * @param live what the live engine did, as a word or number
 * @param shadow what the shadow engine did
 * @param place the record that shows it, {@code topic-partition@offset}
 */
record Difference(Kind kind, String symbol, String planId, String live, String shadow, String place) {}
