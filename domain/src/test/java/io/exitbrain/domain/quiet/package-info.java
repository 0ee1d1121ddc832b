@NullMarked
package io.exitbrain.domain.quiet;

import org.jspecify.annotations.NullMarked;
