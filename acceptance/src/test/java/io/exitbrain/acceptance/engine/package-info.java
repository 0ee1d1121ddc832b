/** The engine on a real broker: its answers, its restarts, its faults. */
@NullMarked
package io.exitbrain.acceptance.engine;

import org.jspecify.annotations.NullMarked;
