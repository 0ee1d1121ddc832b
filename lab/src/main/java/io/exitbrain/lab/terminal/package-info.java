/** What the commands show on a terminal while they work. */
@NullMarked
package io.exitbrain.lab.terminal;

import org.jspecify.annotations.NullMarked;
