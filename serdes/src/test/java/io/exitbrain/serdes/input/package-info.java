@NullMarked
package io.exitbrain.serdes.input;

import org.jspecify.annotations.NullMarked;
