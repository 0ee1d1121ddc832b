/** Reads the messages of the input topics from JSON. Bad input is a value, not an exception. */
@NullMarked
package io.exitbrain.serdes.input;

import org.jspecify.annotations.NullMarked;
