/** What is done to the processes, in a sequence that a seed decides. */
@NullMarked
package io.exitbrain.chaos.blow;

import org.jspecify.annotations.NullMarked;
