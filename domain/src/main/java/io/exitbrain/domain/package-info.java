/** What a plan, a stop, a decision is, and the rules. Plain Java. */
@NullMarked
package io.exitbrain.domain;

import org.jspecify.annotations.NullMarked;
