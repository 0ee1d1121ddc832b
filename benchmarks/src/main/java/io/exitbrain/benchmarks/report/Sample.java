package io.exitbrain.benchmarks.report;

/**
 * One number from one run of one candidate.
 *
 * @param group what the candidates were given, for example {@code 1,000 symbols}
 */
public record Sample(String section, String group, String candidate, Measure measure, double value) {}
