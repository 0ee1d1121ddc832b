/** What the sidecar is told: file, environment, command line. */
@NullMarked
package io.exitbrain.health.settings;

import org.jspecify.annotations.NullMarked;
