/** Tests of the recording. */
@NullMarked
package io.exitbrain.lab.recording;

import org.jspecify.annotations.NullMarked;
