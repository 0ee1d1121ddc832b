/** Reads the policy file. */
@NullMarked
package io.exitbrain.topology.policy;

import org.jspecify.annotations.NullMarked;
