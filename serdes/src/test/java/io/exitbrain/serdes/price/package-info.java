@NullMarked
package io.exitbrain.serdes.price;

import org.jspecify.annotations.NullMarked;
