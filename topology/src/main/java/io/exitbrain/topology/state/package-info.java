/** The state of the symbols of a task: the interface that the flow uses, and its plain implementation on Kafka's public API. */
@NullMarked
package io.exitbrain.topology.state;

import org.jspecify.annotations.NullMarked;
