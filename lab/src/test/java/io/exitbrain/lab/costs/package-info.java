/** Tests of {@code costs}. */
@NullMarked
package io.exitbrain.lab.costs;

import org.jspecify.annotations.NullMarked;
