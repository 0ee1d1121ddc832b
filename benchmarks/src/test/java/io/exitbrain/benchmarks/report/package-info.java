/** Tests of the report. */
@NullMarked
package io.exitbrain.benchmarks.report;

import org.jspecify.annotations.NullMarked;
