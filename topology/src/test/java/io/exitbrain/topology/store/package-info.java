@NullMarked
package io.exitbrain.topology.store;

import org.jspecify.annotations.NullMarked;
