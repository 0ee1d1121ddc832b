/** Elements of a page whose texts are always escaped, and numbers as a reader wants them. */
@NullMarked
package io.exitbrain.lab.report.markup;

import org.jspecify.annotations.NullMarked;
