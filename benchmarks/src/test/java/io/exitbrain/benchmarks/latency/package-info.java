/** Tests of the measuring of latency. */
@NullMarked
package io.exitbrain.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
