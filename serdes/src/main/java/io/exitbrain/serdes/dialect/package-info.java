/** The dialects of exchanges and libraries: one class recognises a dialect, and its mappings give its fields our own names. */
@NullMarked
package io.exitbrain.serdes.dialect;

import org.jspecify.annotations.NullMarked;
