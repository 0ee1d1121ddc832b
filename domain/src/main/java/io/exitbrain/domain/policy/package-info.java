/** The settings of the rules. */
@NullMarked
package io.exitbrain.domain.policy;

import org.jspecify.annotations.NullMarked;
