@NullMarked
package io.exitbrain.topology.flow;

import org.jspecify.annotations.NullMarked;
