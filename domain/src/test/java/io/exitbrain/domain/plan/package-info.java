@NullMarked
package io.exitbrain.domain.plan;

import org.jspecify.annotations.NullMarked;
