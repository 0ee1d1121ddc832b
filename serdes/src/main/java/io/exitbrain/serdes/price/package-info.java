/** Reads mark prices byte by byte, because most input records are prices. */
@NullMarked
package io.exitbrain.serdes.price;

import org.jspecify.annotations.NullMarked;
