/** The fast lane: what makes the engine cheaper than its plain lane. Everything that touches Kafka's internals is below this package. */
@NullMarked
package io.exitbrain.topology.fast;

import org.jspecify.annotations.NullMarked;
