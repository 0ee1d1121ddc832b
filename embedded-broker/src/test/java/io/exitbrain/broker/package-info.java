/** The embedded broker on its own: start, restart, data folder and command line. */
@NullMarked
package io.exitbrain.broker;

import org.jspecify.annotations.NullMarked;
