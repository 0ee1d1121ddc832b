/** The terms of trading: sides, orders, instruments, marks, reasons. No rule and no state. */
@NullMarked
package io.exitbrain.domain.value;

import org.jspecify.annotations.NullMarked;
