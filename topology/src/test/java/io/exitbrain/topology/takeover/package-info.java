@NullMarked
package io.exitbrain.topology.takeover;

import org.jspecify.annotations.NullMarked;
