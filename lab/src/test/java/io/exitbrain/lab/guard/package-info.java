/** Tests of the judgement. */
@NullMarked
package io.exitbrain.lab.guard;

import org.jspecify.annotations.NullMarked;
