/** Brokers and engines in JVMs of their own: start, signals, end. */
@NullMarked
package io.exitbrain.chaos.process;

import org.jspecify.annotations.NullMarked;
