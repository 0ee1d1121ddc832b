/** Samples, their medians, the goals, and how they are written. */
@NullMarked
package io.exitbrain.benchmarks.report;

import org.jspecify.annotations.NullMarked;
