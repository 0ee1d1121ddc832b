/** What became of a trade under a policy: plain values, from which all numbers of the lab are computed. */
@NullMarked
package io.exitbrain.lab.trade;

import org.jspecify.annotations.NullMarked;
