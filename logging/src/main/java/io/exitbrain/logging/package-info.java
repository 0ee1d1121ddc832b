/**
 * The log of a process: its levels, text or JSON, and repeated lines counted. What else every process needs: a lock, and
 * an end that writes the rest of the log.
 */
@NullMarked
package io.exitbrain.logging;

import org.jspecify.annotations.NullMarked;
