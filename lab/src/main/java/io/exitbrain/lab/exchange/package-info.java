/** The exchange of the lab: orders that rest or are on their way, and what a trade earns and costs. */
@NullMarked
package io.exitbrain.lab.exchange;

import org.jspecify.annotations.NullMarked;
