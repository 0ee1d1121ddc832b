package io.exitbrain.benchmarks.report;

/** One measure of one candidate over all rounds. */
public record Row(String section, String group, String candidate, Measure measure, Spread spread) {}
