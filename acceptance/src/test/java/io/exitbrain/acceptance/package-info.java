/** The launcher and the topic commands, as a user calls them. */
@NullMarked
package io.exitbrain.acceptance;

import org.jspecify.annotations.NullMarked;
