/** The operator's page: its files, the rows of its table, the stream to the browsers. */
@NullMarked
package io.exitbrain.topology.page;

import org.jspecify.annotations.NullMarked;
