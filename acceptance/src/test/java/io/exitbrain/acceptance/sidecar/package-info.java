/** The sidecar with a real Redis, a real broker and the real engine. */
@NullMarked
package io.exitbrain.acceptance.sidecar;

import org.jspecify.annotations.NullMarked;
