/** The symbols of a task as decoded objects in memory. They are written to the stock store before each commit. */
@NullMarked
package io.exitbrain.topology.fast.state;

import org.jspecify.annotations.NullMarked;
