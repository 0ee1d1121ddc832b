/** The command line of the audit. */
@NullMarked
package io.exitbrain.audit.command;

import org.jspecify.annotations.NullMarked;
