/** The command line of the audit, and the reading of topics. */
@NullMarked
package io.exitbrain.audit.command;

import org.jspecify.annotations.NullMarked;
