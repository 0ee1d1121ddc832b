/** Tests of elements and numbers. */
@NullMarked
package io.exitbrain.lab.report.markup;

import org.jspecify.annotations.NullMarked;
