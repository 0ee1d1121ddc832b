/** {@code policy diff}: what another policy changes, in its settings and for the positions that are open. */
@NullMarked
package io.exitbrain.lab.policydiff;

import org.jspecify.annotations.NullMarked;
