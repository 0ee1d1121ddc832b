/** Tests of the sidecar as a whole. */
@NullMarked
package io.exitbrain.health;

import org.jspecify.annotations.NullMarked;
