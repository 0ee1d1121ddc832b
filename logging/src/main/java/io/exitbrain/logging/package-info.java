/** The log of a process: its levels, text or JSON, and repeated lines counted. */
@NullMarked
package io.exitbrain.logging;

import org.jspecify.annotations.NullMarked;
