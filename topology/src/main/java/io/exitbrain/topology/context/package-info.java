/** The context that all processors share: policy, decoded global tables, counters and build options. */
@NullMarked
package io.exitbrain.topology.context;

import org.jspecify.annotations.NullMarked;
