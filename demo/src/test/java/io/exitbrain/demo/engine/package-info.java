@NullMarked
package io.exitbrain.demo.engine;

import org.jspecify.annotations.NullMarked;
