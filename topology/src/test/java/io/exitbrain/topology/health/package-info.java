@NullMarked
package io.exitbrain.topology.health;

import org.jspecify.annotations.NullMarked;
