package io.exitbrain.audit.steps;

import io.exitbrain.audit.steps.PendingInputs.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says which inputs the engine read before a step, where their times leave that open. If what the times say gives a violation, it looks for
 * another order that the record permits and that gives none, or fewer: then the order is not known, and the engine gets the doubt.
 */
final class OrderSearch {

    /** A wrong order may show some steps later. */
    private static final int STEPS_AHEAD = 6;

    private static final long MS_AHEAD = 10_000;
    private static final int KEPT = 100;

    private final List<String> places = new ArrayList<>();
    private long unknown;

    Set<Pending> before(SymbolSteps steps, OutputGroups.Group group) {
        List<Set<Pending>> placements = steps.placements(group);
        return placements.size() == 1 ? placements.get(0) : best(steps, group, placements);
    }

    private Set<Pending> best(SymbolSteps steps, OutputGroups.Group group, List<Set<Pending>> placements) {
        Set<Pending> likely = placements.get(0);
        Set<Pending> best = likely;
        long least = violations(steps, group, likely);
        for (int i = 1; i < placements.size() && least > 0; i++) {
            long violations = violations(steps, group, placements.get(i));
            if (violations < least) {
                least = violations;
                best = placements.get(i);
            }
        }
        if (!best.equals(likely)) {
            doubtful(group.place());
        }
        return best;
    }

    private static long violations(SymbolSteps steps, OutputGroups.Group group, Set<Pending> read) {
        SymbolSteps trial = steps.trial();
        trial.pass(group, read);
        trial.passSome(STEPS_AHEAD, group.mergeTime() + MS_AHEAD);
        return trial.violations() + trial.stuck(group.mergeTime());
    }

    private void doubtful(String place) {
        unknown++;
        if (places.size() < KEPT) {
            places.add(place);
        }
    }

    /** How often another order than that of the times was taken. */
    long unknown() {
        return unknown;
    }

    /** The first outputs of the first of those steps. */
    List<String> places() {
        return List.copyOf(places);
    }
}
