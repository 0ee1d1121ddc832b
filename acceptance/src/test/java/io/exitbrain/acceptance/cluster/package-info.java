/** A broker and engine processes for a test. */
@NullMarked
package io.exitbrain.acceptance.cluster;

import org.jspecify.annotations.NullMarked;
