/** The measured numbers, the goals, and the report about them. */
@NullMarked
package io.exitbrain.benchmarks.report;

import org.jspecify.annotations.NullMarked;
