/** The command line of the lab. */
@NullMarked
package io.exitbrain.lab.command;

import org.jspecify.annotations.NullMarked;
