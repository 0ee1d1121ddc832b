@NullMarked
package io.exitbrain.topology.policy;

import org.jspecify.annotations.NullMarked;
