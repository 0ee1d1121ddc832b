/** Tests of the transactions that hang. */
@NullMarked
package io.exitbrain.topology.transactions;

import org.jspecify.annotations.NullMarked;
