/** The programs that are compared; each runs in a JVM of its own. */
@NullMarked
package io.exitbrain.benchmarks.candidates;

import org.jspecify.annotations.NullMarked;
