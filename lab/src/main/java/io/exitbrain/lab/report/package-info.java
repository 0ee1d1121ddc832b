/**
 * What a run of the lab has found, as a page, as JSON, as a table of trades and as lines for a terminal. Equal
 * results give equal bytes.
 */
@NullMarked
package io.exitbrain.lab.report;

import org.jspecify.annotations.NullMarked;
