/** Hashes of inputs, settings and styles. */
@NullMarked
package io.exitbrain.lab.hashing;

import org.jspecify.annotations.NullMarked;
