/** The processors of the flow: they parse a record, decide, and emit the decisions. */
@NullMarked
package io.exitbrain.topology.flow;

import org.jspecify.annotations.NullMarked;
