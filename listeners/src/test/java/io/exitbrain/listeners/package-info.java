/** Tests with servers of other protocols. */
@NullMarked
package io.exitbrain.listeners;

import org.jspecify.annotations.NullMarked;
