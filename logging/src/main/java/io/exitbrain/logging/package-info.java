/** The log of a process: its levels, text or JSON, and repeated lines counted. And the end of a process, which writes the rest of it. */
@NullMarked
package io.exitbrain.logging;

import org.jspecify.annotations.NullMarked;
