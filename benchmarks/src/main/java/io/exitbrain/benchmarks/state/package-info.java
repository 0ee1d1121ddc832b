/** What the engine's state costs: the time to restore it and the heap it takes. */
@NullMarked
package io.exitbrain.benchmarks.state;

import org.jspecify.annotations.NullMarked;
