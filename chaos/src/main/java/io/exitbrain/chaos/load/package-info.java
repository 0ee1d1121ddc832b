/** What the processes work on while they are hit: a paper exchange, and a probe in each partition. */
@NullMarked
package io.exitbrain.chaos.load;

import org.jspecify.annotations.NullMarked;
