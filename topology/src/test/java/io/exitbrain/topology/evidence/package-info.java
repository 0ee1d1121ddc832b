@NullMarked
package io.exitbrain.topology.evidence;

import org.jspecify.annotations.NullMarked;
