@NullMarked
package io.exitbrain.topology.settings;

import org.jspecify.annotations.NullMarked;
