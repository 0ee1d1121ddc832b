/** Tests of {@code run}. */
@NullMarked
package io.exitbrain.lab.run;

import org.jspecify.annotations.NullMarked;
