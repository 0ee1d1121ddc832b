@NullMarked
package io.exitbrain.topology.vitals;

import org.jspecify.annotations.NullMarked;
