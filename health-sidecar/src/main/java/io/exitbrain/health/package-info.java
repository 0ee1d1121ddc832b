/** A process of its own that reports the health of the service and of its dependencies. */
@NullMarked
package io.exitbrain.health;

import org.jspecify.annotations.NullMarked;
