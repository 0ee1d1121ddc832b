package io.exitbrain.topology.http;

import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;

/** The queries of an instance, over the same stores and the same group. */
record Queries(PlanQueries plans, PositionQueries positions) {

    /** {@code self} is the address of this instance, {@code partitions} the number of partitions of each keyed input. */
    static Queries of(StreamsView streams, Evidence evidence, String self, int partitions) {
        LocalStates local = new LocalStates(streams, evidence, self);
        Owners owners = new Owners(streams, self, partitions);
        Remote remote = new Remote();
        return new Queries(
                new PlanQueries(local, owners, remote),
                new PositionQueries(new GroupQuery(local, owners, remote), evidence));
    }
}
