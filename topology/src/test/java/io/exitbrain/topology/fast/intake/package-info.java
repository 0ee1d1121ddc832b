@NullMarked
package io.exitbrain.topology.fast.intake;

import org.jspecify.annotations.NullMarked;
