/** The inputs of a decision: the messages of the input topics as domain types. */
@NullMarked
package io.exitbrain.domain.input;

import org.jspecify.annotations.NullMarked;
