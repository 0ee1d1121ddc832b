/** The consumer that Streams reads from. It delivers the inputs of a task in the order of their times. */
@NullMarked
package io.exitbrain.topology.fast.intake;

import org.jspecify.annotations.NullMarked;
