/** The topics: the one file that declares them, and what makes a cluster agree with it. */
@NullMarked
package io.exitbrain.topology.topics;

import org.jspecify.annotations.NullMarked;
