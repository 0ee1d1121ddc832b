/** Tests of the metrics. */
@NullMarked
package io.exitbrain.topology.metrics;

import org.jspecify.annotations.NullMarked;
