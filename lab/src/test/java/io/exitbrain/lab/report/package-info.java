/** Tests of the report. */
@NullMarked
package io.exitbrain.lab.report;

import org.jspecify.annotations.NullMarked;
