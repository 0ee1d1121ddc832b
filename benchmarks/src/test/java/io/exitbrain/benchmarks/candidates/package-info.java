/** Tests of the candidates. */
@NullMarked
package io.exitbrain.benchmarks.candidates;

import org.jspecify.annotations.NullMarked;
