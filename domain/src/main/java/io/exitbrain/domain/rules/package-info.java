/** The rules of docs/rules.md as one pure function. ExitRules lists them in their order. */
@NullMarked
package io.exitbrain.domain.rules;

import org.jspecify.annotations.NullMarked;
