/** The demo: broker, engine, sidecar and paper exchange in one process. */
@NullMarked
package io.exitbrain.demo;

import org.jspecify.annotations.NullMarked;
