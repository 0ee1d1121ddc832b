/** The prices within which no rule decides: the fast lane keeps them from the rules. */
@NullMarked
package io.exitbrain.domain.quiet;

import org.jspecify.annotations.NullMarked;
