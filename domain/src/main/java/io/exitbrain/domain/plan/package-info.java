/** The state of a symbol that survives a crash: positions, living plans, stops and sent commands. */
@NullMarked
package io.exitbrain.domain.plan;

import org.jspecify.annotations.NullMarked;
