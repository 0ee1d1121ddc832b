/** Other JVMs: the broker and everything that is measured run in one of their own. */
@NullMarked
package io.exitbrain.benchmarks.child;

import org.jspecify.annotations.NullMarked;
