/** What is known of the running engine from outside its flow: its place in the group, its lag, the brokers, the other instances. */
@NullMarked
package io.exitbrain.topology.evidence;

import org.jspecify.annotations.NullMarked;
