/** Tests of the generated load. */
@NullMarked
package io.exitbrain.benchmarks.load;

import org.jspecify.annotations.NullMarked;
