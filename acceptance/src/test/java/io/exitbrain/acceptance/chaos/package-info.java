/** Blows at real processes, judged by the audit. */
@NullMarked
package io.exitbrain.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
