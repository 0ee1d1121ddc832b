/** Strict JSON and its values: decimals, texts, limits, and what is said about a value that is not as expected. */
@NullMarked
package io.exitbrain.serdes.json;

import org.jspecify.annotations.NullMarked;
