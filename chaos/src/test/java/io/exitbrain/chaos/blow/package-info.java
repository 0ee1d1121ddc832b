/** The sequence of blows. */
@NullMarked
package io.exitbrain.chaos.blow;

import org.jspecify.annotations.NullMarked;
