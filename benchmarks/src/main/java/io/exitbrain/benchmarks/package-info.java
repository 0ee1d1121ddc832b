/** JMH and the end-to-end load driver: compiled in every build, run by hand. */
@NullMarked
package io.exitbrain.benchmarks;

import org.jspecify.annotations.NullMarked;
