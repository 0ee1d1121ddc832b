/** Reads mark prices byte by byte: most of what the engine reads. */
@NullMarked
package io.exitbrain.serdes.price;

import org.jspecify.annotations.NullMarked;
