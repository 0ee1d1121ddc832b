/** Reads a YAML file and lists every fault with its path. */
@NullMarked
package io.exitbrain.yaml;

import org.jspecify.annotations.NullMarked;
