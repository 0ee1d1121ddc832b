/** How long it took to protect a position, and when one was not protected. */
@NullMarked
package io.exitbrain.audit.measure;

import org.jspecify.annotations.NullMarked;
