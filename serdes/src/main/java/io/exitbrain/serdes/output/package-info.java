/** Writes and reads back what the engine emits: plans, commands, events. */
@NullMarked
package io.exitbrain.serdes.output;

import org.jspecify.annotations.NullMarked;
