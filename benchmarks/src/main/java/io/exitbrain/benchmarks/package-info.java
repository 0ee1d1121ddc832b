/** Measures the cost of the engine with a broker in a JVM of its own. */
@NullMarked
package io.exitbrain.benchmarks;

import org.jspecify.annotations.NullMarked;
