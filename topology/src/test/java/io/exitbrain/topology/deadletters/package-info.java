@NullMarked
package io.exitbrain.topology.deadletters;

import org.jspecify.annotations.NullMarked;
