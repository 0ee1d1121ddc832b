/** The demo as a whole: the run, its settings and its command line. */
@NullMarked
package io.exitbrain.demo;

import org.jspecify.annotations.NullMarked;
