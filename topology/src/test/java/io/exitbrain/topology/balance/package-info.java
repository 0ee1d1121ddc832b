@NullMarked
package io.exitbrain.topology.balance;

import org.jspecify.annotations.NullMarked;
