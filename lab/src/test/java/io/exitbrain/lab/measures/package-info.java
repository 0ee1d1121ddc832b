/** Tests of the numbers of a policy. */
@NullMarked
package io.exitbrain.lab.measures;

import org.jspecify.annotations.NullMarked;
