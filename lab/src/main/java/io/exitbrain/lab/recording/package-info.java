/** {@code record}: topics to a file that a replay, the audit and the lab read. */
@NullMarked
package io.exitbrain.lab.recording;

import org.jspecify.annotations.NullMarked;
