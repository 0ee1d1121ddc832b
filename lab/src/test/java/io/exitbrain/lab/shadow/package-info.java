/** Tests of the comparison with a shadow engine. */
@NullMarked
package io.exitbrain.lab.shadow;

import org.jspecify.annotations.NullMarked;
