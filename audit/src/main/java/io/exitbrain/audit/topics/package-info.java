/** Reads topics as the engine reads them: committed records only, merged by the time of the records. */
@NullMarked
package io.exitbrain.audit.topics;

import org.jspecify.annotations.NullMarked;
