/** Answers over HTTP from what was last seen. */
@NullMarked
package io.exitbrain.health.http;

import org.jspecify.annotations.NullMarked;
