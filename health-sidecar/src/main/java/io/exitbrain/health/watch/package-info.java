/** Keeps looking at the dependencies and remembers what was seen. */
@NullMarked
package io.exitbrain.health.watch;

import org.jspecify.annotations.NullMarked;
