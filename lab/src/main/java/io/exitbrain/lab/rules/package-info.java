/** The rules of the engine, driven directly for one policy and one symbol. */
@NullMarked
package io.exitbrain.lab.rules;

import org.jspecify.annotations.NullMarked;
