/** One run of the lab, from the recordings to all that it finds. */
@NullMarked
package io.exitbrain.lab.run;

import org.jspecify.annotations.NullMarked;
