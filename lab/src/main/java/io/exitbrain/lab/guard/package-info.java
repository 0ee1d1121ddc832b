/** Says whether a policy is better than the baseline, or only looks so. All results are plain records. */
@NullMarked
package io.exitbrain.lab.guard;

import org.jspecify.annotations.NullMarked;
