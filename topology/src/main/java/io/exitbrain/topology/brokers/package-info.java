/** Whether Kafka brokers answer at the addresses of the settings; if not, why, in one sentence. */
@NullMarked
package io.exitbrain.topology.brokers;

import org.jspecify.annotations.NullMarked;
