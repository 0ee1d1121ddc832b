/** Looks at the dependencies from outside, as a client would. */
@NullMarked
package io.exitbrain.health.probe;

import org.jspecify.annotations.NullMarked;
