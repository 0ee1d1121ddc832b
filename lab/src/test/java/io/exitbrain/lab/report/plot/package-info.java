/** Tests of the axes. */
@NullMarked
package io.exitbrain.lab.report.plot;

import org.jspecify.annotations.NullMarked;
