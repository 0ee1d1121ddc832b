@NullMarked
package io.exitbrain.topology.fast.filter;

import org.jspecify.annotations.NullMarked;
