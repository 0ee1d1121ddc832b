@NullMarked
package io.exitbrain.chaos.process;

import org.jspecify.annotations.NullMarked;
