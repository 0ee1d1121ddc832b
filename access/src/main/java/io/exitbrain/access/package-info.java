/** Who gets an answer over HTTP, from the engine and from the sidecar: names, tokens, limits, TLS. */
@NullMarked
package io.exitbrain.access;

import org.jspecify.annotations.NullMarked;
