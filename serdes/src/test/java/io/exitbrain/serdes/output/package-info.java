@NullMarked
package io.exitbrain.serdes.output;

import org.jspecify.annotations.NullMarked;
