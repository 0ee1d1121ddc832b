/** Options that several commands have. */
@NullMarked
package io.exitbrain.topology.options;

import org.jspecify.annotations.NullMarked;
