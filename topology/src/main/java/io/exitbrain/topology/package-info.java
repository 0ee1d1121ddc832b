/** The flow and its topics. */
@NullMarked
package io.exitbrain.topology;

import org.jspecify.annotations.NullMarked;
