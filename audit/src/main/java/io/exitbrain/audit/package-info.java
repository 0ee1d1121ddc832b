/** Proves or refutes the invariants of the rules from recorded inputs and outputs, with a model of its own. */
@NullMarked
package io.exitbrain.audit;

import org.jspecify.annotations.NullMarked;
