/** What is known of a symbol: positions, living plans, stops, and the commands sent for them. The state that survives a crash. */
@NullMarked
package io.exitbrain.domain.plan;

import org.jspecify.annotations.NullMarked;
