/** The lines that the demo prints. */
@NullMarked
package io.exitbrain.demo.console;

import org.jspecify.annotations.NullMarked;
