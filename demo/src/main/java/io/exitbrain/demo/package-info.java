/** Embedded broker, paper exchange, everything in one process; and every test that needs a broker. */
@NullMarked
package io.exitbrain.demo;

import org.jspecify.annotations.NullMarked;
