/** Feeds a file of records through the live topology and writes what it emits. */
@NullMarked
package io.exitbrain.topology.replay;

import org.jspecify.annotations.NullMarked;
