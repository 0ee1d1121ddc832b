@NullMarked
package io.exitbrain.logging;

import org.jspecify.annotations.NullMarked;
