/** Where a task keeps its entries between commits, when that is memory. */
@NullMarked
package io.exitbrain.topology.store;

import org.jspecify.annotations.NullMarked;
