/** The plots of the report, drawn as SVG. */
@NullMarked
package io.exitbrain.lab.report.plot;

import org.jspecify.annotations.NullMarked;
