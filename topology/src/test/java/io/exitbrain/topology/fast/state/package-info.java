@NullMarked
package io.exitbrain.topology.fast.state;

import org.jspecify.annotations.NullMarked;
