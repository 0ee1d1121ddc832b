/** Bounded look-backs into topics, and a tail of them, for the operator's page. None of it touches the flow. */
@NullMarked
package io.exitbrain.topology.history;

import org.jspecify.annotations.NullMarked;
