/** Tests of the child JVMs. */
@NullMarked
package io.exitbrain.benchmarks.child;

import org.jspecify.annotations.NullMarked;
