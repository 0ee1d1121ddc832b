/** The topics: the file that declares them, and the commands that make a cluster agree with it. */
@NullMarked
package io.exitbrain.topology.topics;

import org.jspecify.annotations.NullMarked;
