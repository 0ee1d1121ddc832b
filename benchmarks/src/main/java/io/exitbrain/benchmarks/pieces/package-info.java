/** The steps of processing a price in the engine, each measured alone with JMH. */
@NullMarked
package io.exitbrain.benchmarks.pieces;

import org.jspecify.annotations.NullMarked;
