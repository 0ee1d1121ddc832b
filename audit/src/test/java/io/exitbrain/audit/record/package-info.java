/** Tests of the records of files. */
@NullMarked
package io.exitbrain.audit.record;

import org.jspecify.annotations.NullMarked;
