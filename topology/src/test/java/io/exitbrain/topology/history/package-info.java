@NullMarked
package io.exitbrain.topology.history;

import org.jspecify.annotations.NullMarked;
