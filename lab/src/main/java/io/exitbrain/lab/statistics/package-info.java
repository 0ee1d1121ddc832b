/** Statistical methods over plain numbers. They know nothing of trades: values are doubles, days are indices. */
@NullMarked
package io.exitbrain.lab.statistics;

import org.jspecify.annotations.NullMarked;
