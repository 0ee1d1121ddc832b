@NullMarked
package io.exitbrain.topology;

import org.jspecify.annotations.NullMarked;
