/** The dashboard and the alerting rules of docs/monitoring, against what a running engine measures. */
@NullMarked
package io.exitbrain.acceptance.monitoring;

import org.jspecify.annotations.NullMarked;
