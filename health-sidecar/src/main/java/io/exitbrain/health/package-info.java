/** A process of its own that says how the service and what it depends on are. */
@NullMarked
package io.exitbrain.health;

import org.jspecify.annotations.NullMarked;
