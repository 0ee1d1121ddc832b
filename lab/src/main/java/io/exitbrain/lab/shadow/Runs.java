package io.exitbrain.lab.shadow;

import io.exitbrain.domain.decision.StopCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands of one engine by plan. */
final class Runs {

    private final List<Placed> commands = new ArrayList<>();
    private long newestMs;

    /** A command and where it stands; {@code timestamp} in epoch milliseconds. */
    private record Placed(StopCommand command, String place, long timestamp) {}

    void add(StopCommand command, String place, long timestamp) {
        commands.add(new Placed(command, place, timestamp));
        newestMs = Math.max(newestMs, timestamp);
    }

    int commands() {
        return commands.size();
    }

    /** The time of the newest command, epoch milliseconds; 0 if there is none. */
    long newestMs() {
        return newestMs;
    }

    /** The runs by the id of the plan, with the commands up to {@code untilMs}. */
    ByPlan until(long untilMs) {
        Map<String, PlanRun> runs = new LinkedHashMap<>();
        commands.stream()
                .filter(placed -> placed.timestamp() <= untilMs)
                .forEach(placed -> runs.computeIfAbsent(
                                placed.command().planId(), id -> new PlanRun(placed.command(), placed.place()))
                        .take(placed.command(), placed.place()));
        return new ByPlan(runs);
    }

    /** The runs up to a time. */
    record ByPlan(Map<String, PlanRun> runs) {

        Collection<PlanRun> all() {
            return runs.values();
        }

        Optional<PlanRun> of(String planId) {
            return Optional.ofNullable(runs.get(planId));
        }
    }
}
