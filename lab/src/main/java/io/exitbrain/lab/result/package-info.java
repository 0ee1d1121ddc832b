/** All that one run of the lab has found, as plain values for the report. */
@NullMarked
package io.exitbrain.lab.result;

import org.jspecify.annotations.NullMarked;
