/** Every check of the audit can fail, and none fails in a clean run. */
@NullMarked
package io.exitbrain.audit;

import org.jspecify.annotations.NullMarked;
