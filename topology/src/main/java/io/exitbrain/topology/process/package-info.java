/** The process: commands, settings of Kafka Streams, start and stop. */
@NullMarked
package io.exitbrain.topology.process;

import org.jspecify.annotations.NullMarked;
