/** What trading costs: fees, spread, slippage, latency and funding. */
@NullMarked
package io.exitbrain.lab.costs;

import org.jspecify.annotations.NullMarked;
