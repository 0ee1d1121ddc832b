/** Tests of the states of the symbols. */
@NullMarked
package io.exitbrain.topology.state;

import org.jspecify.annotations.NullMarked;
