/** The flow, the processors, the process that runs it. */
@NullMarked
package io.exitbrain.topology;

import org.jspecify.annotations.NullMarked;
