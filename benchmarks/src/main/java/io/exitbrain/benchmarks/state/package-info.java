/** Measures the cost of the state of the engine: the time to restore it and its heap. */
@NullMarked
package io.exitbrain.benchmarks.state;

import org.jspecify.annotations.NullMarked;
