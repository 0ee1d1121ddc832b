/** Probes the dependencies at fixed intervals and keeps what the probes found. */
@NullMarked
package io.exitbrain.health.watch;

import org.jspecify.annotations.NullMarked;
