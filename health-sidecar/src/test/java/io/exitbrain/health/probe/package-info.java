/** Tests of the probes. */
@NullMarked
package io.exitbrain.health.probe;

import org.jspecify.annotations.NullMarked;
