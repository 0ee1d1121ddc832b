/** The records under audit, from a file or from topics, and their fields. */
@NullMarked
package io.exitbrain.audit.record;

import org.jspecify.annotations.NullMarked;
