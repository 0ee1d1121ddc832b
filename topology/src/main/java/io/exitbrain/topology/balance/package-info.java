/** Gets an instance its share of the partitions as soon as its copies are ready, and not before. */
@NullMarked
package io.exitbrain.topology.balance;

import org.jspecify.annotations.NullMarked;
