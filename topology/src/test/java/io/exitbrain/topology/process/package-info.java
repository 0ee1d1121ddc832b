@NullMarked
package io.exitbrain.topology.process;

import org.jspecify.annotations.NullMarked;
