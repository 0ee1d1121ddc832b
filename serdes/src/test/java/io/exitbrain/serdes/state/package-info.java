@NullMarked
package io.exitbrain.serdes.state;

import org.jspecify.annotations.NullMarked;
