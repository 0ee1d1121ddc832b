/** Which outputs belong to one step. */
@NullMarked
package io.exitbrain.audit.steps;

import org.jspecify.annotations.NullMarked;
