/** The times and the probes of the load. */
@NullMarked
package io.exitbrain.chaos.load;

import org.jspecify.annotations.NullMarked;
