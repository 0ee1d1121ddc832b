/** Audits the engine from outside, by its input and output records only. */
@NullMarked
package io.exitbrain.acceptance.audit;

import org.jspecify.annotations.NullMarked;
