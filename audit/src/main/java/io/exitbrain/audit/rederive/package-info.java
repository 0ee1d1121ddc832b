/** Runs the recorded inputs through the rules again and compares the commands. Nothing else in this module uses the rules. */
@NullMarked
package io.exitbrain.audit.rederive;

import org.jspecify.annotations.NullMarked;
