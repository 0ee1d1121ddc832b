/** Tests of the statistical methods. */
@NullMarked
package io.exitbrain.lab.statistics;

import org.jspecify.annotations.NullMarked;
