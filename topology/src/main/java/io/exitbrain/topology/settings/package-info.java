/** What the engine process is told: file, environment, command line. */
@NullMarked
package io.exitbrain.topology.settings;

import org.jspecify.annotations.NullMarked;
