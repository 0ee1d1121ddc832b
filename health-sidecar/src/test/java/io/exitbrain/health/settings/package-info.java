/** Tests of the settings of the sidecar. */
@NullMarked
package io.exitbrain.health.settings;

import org.jspecify.annotations.NullMarked;
