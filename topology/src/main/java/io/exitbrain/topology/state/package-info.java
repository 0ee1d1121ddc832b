/** The states of a task's symbols: the interface of the flow, and the plain implementation on Kafka's public API. */
@NullMarked
package io.exitbrain.topology.state;

import org.jspecify.annotations.NullMarked;
