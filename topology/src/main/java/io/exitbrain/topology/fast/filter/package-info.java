/** Drops prices that need no decision before they reach the rules. */
@NullMarked
package io.exitbrain.topology.fast.filter;

import org.jspecify.annotations.NullMarked;
