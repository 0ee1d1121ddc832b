@NullMarked
package io.exitbrain.topology.intake;

import org.jspecify.annotations.NullMarked;
