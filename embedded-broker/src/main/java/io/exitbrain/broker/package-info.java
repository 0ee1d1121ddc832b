/** A one-node Kafka broker inside this JVM, its data folder, and the command that starts it. */
@NullMarked
package io.exitbrain.broker;

import org.jspecify.annotations.NullMarked;
