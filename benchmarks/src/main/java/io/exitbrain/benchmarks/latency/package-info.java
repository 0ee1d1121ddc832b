/** Measures the time from the moment when a record was due until its answer is visible. */
@NullMarked
package io.exitbrain.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
