/** The engine's own counts, for health and metrics. */
@NullMarked
package io.exitbrain.topology.vitals;

import org.jspecify.annotations.NullMarked;
