/** Tests of the reading of YAML files. */
@NullMarked
package io.exitbrain.yaml;

import org.jspecify.annotations.NullMarked;
