/** The memory of the lab: what was tried on which input. */
@NullMarked
package io.exitbrain.lab.ledger;

import org.jspecify.annotations.NullMarked;
