@NullMarked
package io.exitbrain.topology.page;

import org.jspecify.annotations.NullMarked;
