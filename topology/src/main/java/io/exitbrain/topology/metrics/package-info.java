/** The metrics for Prometheus. No metric has a label whose values are not known before, such as a symbol. */
@NullMarked
package io.exitbrain.topology.metrics;

import org.jspecify.annotations.NullMarked;
