/** Probes the dependencies from outside, as their clients do. */
@NullMarked
package io.exitbrain.health.probe;

import org.jspecify.annotations.NullMarked;
