/** Every number of the rules, as settings. */
@NullMarked
package io.exitbrain.domain.policy;

import org.jspecify.annotations.NullMarked;
