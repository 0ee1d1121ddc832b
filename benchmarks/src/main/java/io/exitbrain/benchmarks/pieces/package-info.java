/** The parts of a price's way through the engine, each by itself, measured by JMH. */
@NullMarked
package io.exitbrain.benchmarks.pieces;

import org.jspecify.annotations.NullMarked;
