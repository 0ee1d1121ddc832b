/** How long it takes from when a record was due to be sent until its answer is visible. */
@NullMarked
package io.exitbrain.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
