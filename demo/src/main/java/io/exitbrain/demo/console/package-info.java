/** The demo's output: one line for each event, and the totals at the end. */
@NullMarked
package io.exitbrain.demo.console;

import org.jspecify.annotations.NullMarked;
