/** The sidecar beside a real Redis, a real broker and the real engine. */
@NullMarked
package io.exitbrain.demo.sidecar;

import org.jspecify.annotations.NullMarked;
