/** What a reader sees: commands, silence, and whether all have come back. */
@NullMarked
package io.exitbrain.chaos.watch;

import org.jspecify.annotations.NullMarked;
