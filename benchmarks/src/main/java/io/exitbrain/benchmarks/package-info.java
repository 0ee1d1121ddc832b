/** What the engine costs, measured against a broker in a JVM of its own. */
@NullMarked
package io.exitbrain.benchmarks;

import org.jspecify.annotations.NullMarked;
