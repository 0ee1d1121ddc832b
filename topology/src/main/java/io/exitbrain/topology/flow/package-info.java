/** The flow, processor by processor: parse a record, decide, emit what was decided. */
@NullMarked
package io.exitbrain.topology.flow;

import org.jspecify.annotations.NullMarked;
