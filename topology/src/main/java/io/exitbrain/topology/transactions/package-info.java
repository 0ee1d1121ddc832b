/** Finds the transactions that hang, and ends those of this application. */
@NullMarked
package io.exitbrain.topology.transactions;

import org.jspecify.annotations.NullMarked;
