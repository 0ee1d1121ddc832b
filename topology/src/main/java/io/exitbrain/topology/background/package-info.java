/** Work beside the stream threads. */
@NullMarked
package io.exitbrain.topology.background;

import org.jspecify.annotations.NullMarked;
