/** Kills and pauses real brokers and engines under load, and lets the audit judge what they wrote. */
@NullMarked
package io.exitbrain.chaos;

import org.jspecify.annotations.NullMarked;
