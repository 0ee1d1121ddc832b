/** What the engine counts of itself, for health and metrics. */
@NullMarked
package io.exitbrain.topology.vitals;

import org.jspecify.annotations.NullMarked;
