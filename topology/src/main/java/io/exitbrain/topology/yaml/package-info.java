/** Reads YAML files and lists every fault with its path. */
@NullMarked
package io.exitbrain.topology.yaml;

import org.jspecify.annotations.NullMarked;
