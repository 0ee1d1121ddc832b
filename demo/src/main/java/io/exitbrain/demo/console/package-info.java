/** The demo's account of itself: what the engine did, line by line, and the sums at the end. */
@NullMarked
package io.exitbrain.demo.console;

import org.jspecify.annotations.NullMarked;
