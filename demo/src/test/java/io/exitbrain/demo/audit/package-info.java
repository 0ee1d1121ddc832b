/** Judges the engine from outside: by its input and output records alone. */
@NullMarked
package io.exitbrain.demo.audit;

import org.jspecify.annotations.NullMarked;
