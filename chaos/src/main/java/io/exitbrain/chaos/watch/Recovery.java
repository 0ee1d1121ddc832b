package io.exitbrain.chaos.watch;

import io.exitbrain.chaos.process.Fleet;
import java.util.ArrayList;
import java.util.List;

/** Whether everything has come back: processes, brokers with all replicas, engines, and commands in each partition. */
public final class Recovery {

    private final Fleet fleet;
    private final ClusterView view;
    private final CommandWatch watch;

    public Recovery(Fleet fleet, ClusterView view, CommandWatch watch) {
        this.fleet = fleet;
        this.view = view;
        this.watch = watch;
    }

    /** Returns what is still missing after the limit of {@link Until}: nothing if all came back. */
    public List<String> await(long sinceMs) {
        boolean isBack = Until.isTrue(() -> !fleet.ended().isEmpty() || isBack(sinceMs));
        return isBack && fleet.ended().isEmpty() ? List.of() : missing(sinceMs);
    }

    /** The cheap questions come first. */
    private boolean isBack(long sinceMs) {
        return watch.silentSince(sinceMs).isEmpty()
                && fleet.httpPorts().stream().allMatch(view::isReady)
                && view.liveBrokers() == fleet.brokers().size()
                && view.areReplicasInSync();
    }

    private List<String> missing(long sinceMs) {
        List<String> missing = new ArrayList<>();
        fleet.ended().forEach(name -> missing.add(name + " has ended"));
        List<Integer> silent = watch.silentSince(sinceMs);
        if (!silent.isEmpty()) {
            missing.add("no command in the partitions " + silent);
        }
        for (int engine = 0; engine < fleet.engines().size(); engine++) {
            if (!view.isReady(fleet.httpPorts().get(engine))) {
                missing.add(fleet.engines().get(engine).name() + " is not ready");
            }
        }
        if (!view.areReplicasInSync()) {
            missing.add("replicas are not in sync, or the brokers do not answer");
        }
        watch.failure().ifPresent(failed -> missing.add("the reader of commands failed: " + failed));
        return missing;
    }
}
