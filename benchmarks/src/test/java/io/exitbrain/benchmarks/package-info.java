/** Tests of the benchmark command and its sections. */
@NullMarked
package io.exitbrain.benchmarks;

import org.jspecify.annotations.NullMarked;
