/** The trades of a recording under other policies: an exchange of the lab fills what the policies order. */
@NullMarked
package io.exitbrain.lab.simulation;

import org.jspecify.annotations.NullMarked;
