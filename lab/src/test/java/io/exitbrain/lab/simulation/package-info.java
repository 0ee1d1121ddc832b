/** Tests of the trades that are run again. */
@NullMarked
package io.exitbrain.lab.simulation;

import org.jspecify.annotations.NullMarked;
