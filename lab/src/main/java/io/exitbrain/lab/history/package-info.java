/** The records of a recording, read once and in their order. */
@NullMarked
package io.exitbrain.lab.history;

import org.jspecify.annotations.NullMarked;
