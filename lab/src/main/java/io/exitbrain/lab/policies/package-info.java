/** The policies that a run of the lab compares: files, and the cells of a sweep. */
@NullMarked
package io.exitbrain.lab.policies;

import org.jspecify.annotations.NullMarked;
