/** The command line and the results. */
@NullMarked
package io.exitbrain.chaos;

import org.jspecify.annotations.NullMarked;
