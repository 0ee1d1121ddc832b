/** What all candidates are fed with. */
@NullMarked
package io.exitbrain.benchmarks.load;

import org.jspecify.annotations.NullMarked;
