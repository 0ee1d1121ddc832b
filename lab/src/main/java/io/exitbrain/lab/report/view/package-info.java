/** The policies of a result, each with all that is known of it. */
@NullMarked
package io.exitbrain.lab.report.view;

import org.jspecify.annotations.NullMarked;
