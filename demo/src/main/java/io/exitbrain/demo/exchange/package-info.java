/** A paper exchange: a seeded market, positions and orders of its own, and the Kafka topics it speaks over. */
@NullMarked
package io.exitbrain.demo.exchange;

import org.jspecify.annotations.NullMarked;
