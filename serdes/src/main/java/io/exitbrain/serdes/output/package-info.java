/** Writes and reads the records that the engine emits: plans, commands, events. */
@NullMarked
package io.exitbrain.serdes.output;

import org.jspecify.annotations.NullMarked;
