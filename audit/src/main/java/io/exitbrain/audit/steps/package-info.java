/** Which outputs belong to which input: the steps of the engine, found again in records. */
@NullMarked
package io.exitbrain.audit.steps;

import org.jspecify.annotations.NullMarked;
