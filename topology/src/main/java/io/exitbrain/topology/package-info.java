/** The flow, the processors, the process that runs it, queries over HTTP. */
@NullMarked
package io.exitbrain.topology;

import org.jspecify.annotations.NullMarked;
