/** The results of a step: commands, plan revisions and audit events in their public form. */
@NullMarked
package io.exitbrain.domain.decision;

import org.jspecify.annotations.NullMarked;
