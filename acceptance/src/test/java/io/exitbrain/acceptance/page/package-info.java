/** The operator's page in a real browser. */
@NullMarked
package io.exitbrain.acceptance.page;

import org.jspecify.annotations.NullMarked;
