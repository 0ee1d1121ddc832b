/** Trades for tests. */
@NullMarked
package io.exitbrain.lab.trade;

import org.jspecify.annotations.NullMarked;
