package io.exitbrain.topology.http;

import io.exitbrain.access.Access;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;

/** The queries of an instance, over the same stores and the same group. */
record Queries(PlanQueries plans, PositionQueries positions) {

    /**
     * The queries of one instance.
     *
     * @param self the address of this instance
     * @param access what the instances ask of each other
     * @param partitions the number of partitions of each keyed input
     */
    static Queries of(StreamsView streams, Evidence evidence, String self, Access access, int partitions) {
        LocalStates local = new LocalStates(streams, evidence, self);
        Owners owners = new Owners(streams, self, partitions);
        Remote remote = new Remote(access);
        return new Queries(
                new PlanQueries(local, owners, remote),
                new PositionQueries(new GroupQuery(local, owners, remote), evidence));
    }
}
