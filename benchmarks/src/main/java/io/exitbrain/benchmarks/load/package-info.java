/** The input of all candidates. */
@NullMarked
package io.exitbrain.benchmarks.load;

import org.jspecify.annotations.NullMarked;
