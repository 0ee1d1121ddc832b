/** The invariants, each with its check. */
@NullMarked
package io.exitbrain.audit.checks;

import org.jspecify.annotations.NullMarked;
