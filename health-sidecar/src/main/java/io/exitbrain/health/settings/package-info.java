/** The settings of the sidecar: file, environment and command line. */
@NullMarked
package io.exitbrain.health.settings;

import org.jspecify.annotations.NullMarked;
