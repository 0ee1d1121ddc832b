/**
 * The numbers of the trades of one policy. A number that is not known is empty, never 0. Each number says whether it
 * counts trades that are still open at the end.
 */
@NullMarked
package io.exitbrain.lab.measures;

import org.jspecify.annotations.NullMarked;
