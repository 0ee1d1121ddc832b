/** Serves the report over HTTP. */
@NullMarked
package io.exitbrain.health.http;

import org.jspecify.annotations.NullMarked;
