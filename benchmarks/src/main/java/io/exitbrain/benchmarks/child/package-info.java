/** Child JVMs: the broker and each candidate run in a JVM of their own. */
@NullMarked
package io.exitbrain.benchmarks.child;

import org.jspecify.annotations.NullMarked;
