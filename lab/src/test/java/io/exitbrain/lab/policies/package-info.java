/** Tests of {@code policies}. */
@NullMarked
package io.exitbrain.lab.policies;

import org.jspecify.annotations.NullMarked;
