@NullMarked
package io.exitbrain.topology.brokers;

import org.jspecify.annotations.NullMarked;
