/** How messages become bytes: JSON for topics, compact binary for state. */
@NullMarked
package io.exitbrain.serdes;

import org.jspecify.annotations.NullMarked;
