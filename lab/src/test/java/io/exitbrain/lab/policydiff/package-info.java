/** Tests of the comparison of policies. */
@NullMarked
package io.exitbrain.lab.policydiff;

import org.jspecify.annotations.NullMarked;
