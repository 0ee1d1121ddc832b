/** How records come in: the consumer that Streams reads from, made to hand on the inputs of a task in the order of their times. */
@NullMarked
package io.exitbrain.topology.fast.intake;

import org.jspecify.annotations.NullMarked;
