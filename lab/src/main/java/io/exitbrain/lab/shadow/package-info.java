/** {@code policy shadow}: what a shadow engine did otherwise than the live engine. */
@NullMarked
package io.exitbrain.lab.shadow;

import org.jspecify.annotations.NullMarked;
