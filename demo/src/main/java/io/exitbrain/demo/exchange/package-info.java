/** A paper exchange: seeded prices and traders, positions, orders, and its Kafka clients. */
@NullMarked
package io.exitbrain.demo.exchange;

import org.jspecify.annotations.NullMarked;
