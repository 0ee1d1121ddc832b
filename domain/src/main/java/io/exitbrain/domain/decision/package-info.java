/** What a step decides: commands, plan revisions and audit events, as the world sees them. */
@NullMarked
package io.exitbrain.domain.decision;

import org.jspecify.annotations.NullMarked;
