@NullMarked
package io.exitbrain.domain.rules;

import org.jspecify.annotations.NullMarked;
