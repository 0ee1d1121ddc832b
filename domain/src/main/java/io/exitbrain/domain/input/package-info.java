/** What the engine decides on: the messages of the input topics, as the domain sees them. */
@NullMarked
package io.exitbrain.domain.input;

import org.jspecify.annotations.NullMarked;
