/** The command {@code dead-letters}: lists and shows unusable records, and sends them to their topic once more. */
@NullMarked
package io.exitbrain.topology.deadletters;

import org.jspecify.annotations.NullMarked;
