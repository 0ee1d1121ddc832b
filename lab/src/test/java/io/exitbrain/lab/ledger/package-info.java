/** Tests of the memory of the lab. */
@NullMarked
package io.exitbrain.lab.ledger;

import org.jspecify.annotations.NullMarked;
