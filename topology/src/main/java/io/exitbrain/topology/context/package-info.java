/** What every processor shares: policy, the decoded entries of the global topics, counters, and how the flow is built. */
@NullMarked
package io.exitbrain.topology.context;

import org.jspecify.annotations.NullMarked;
