/** Tests of the watches and of the report. */
@NullMarked
package io.exitbrain.health.watch;

import org.jspecify.annotations.NullMarked;
