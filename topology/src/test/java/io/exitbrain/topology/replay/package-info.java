@NullMarked
package io.exitbrain.topology.replay;

import org.jspecify.annotations.NullMarked;
