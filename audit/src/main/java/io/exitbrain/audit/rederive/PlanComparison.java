package io.exitbrain.audit.rederive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The commands of one plan: those of the record and those that the rules give, in their orders. */
final class PlanComparison {

    private final Deque<Decision> recorded = new ArrayDeque<>();
    private final Deque<Decision> derived = new ArrayDeque<>();
    private final Tally tally;
    private final List<Decision> withheld = new ArrayList<>();
    private Optional<Decision> exitRecorded = Optional.empty();
    private Optional<Decision> exitDerived = Optional.empty();

    PlanComparison(Tally tally) {
        this.tally = tally;
    }

    void recorded(Decision decision) {
        if (decision.isExit() && exitRecorded.isPresent()) {
            tally.repeated();
            return;
        }
        tally.caughtUp(withheld.size());
        withheld.clear();
        exitRecorded = decision.isExit() ? Optional.of(decision) : exitRecorded;
        recorded.addLast(decision);
        compare();
    }

    void derived(Decision decision) {
        if (decision.isExit() && exitDerived.isPresent()) {
            return;
        }
        exitDerived = decision.isExit() ? Optional.of(decision) : exitDerived;
        derived.addLast(decision);
        compare();
    }

    /** The engine was catching up: the next command that it sends carries this one, too. */
    void withheld(Decision decision) {
        withheld.add(decision);
    }

    private void compare() {
        while (!recorded.isEmpty() && isFound(recorded.peekFirst())) {
            recorded.removeFirst();
        }
    }

    /** Takes the derived commands up to the one that equals {@code wanted}. Between them only commands that others replace may lie. */
    private boolean isFound(Decision wanted) {
        int skipped = 0;
        for (Iterator<Decision> each = derived.iterator(); each.hasNext(); ) {
            Decision decision = each.next();
            if (decision.isSameAs(wanted)) {
                take(skipped);
                return true;
            }
            if (!decision.isReplaced()) {
                return false;
            }
            skipped++;
        }
        return false;
    }

    private void take(int skipped) {
        for (int i = 0; i <= skipped; i++) {
            derived.removeFirst();
        }
        tally.matched();
        tally.caughtUp(skipped);
    }

    /** The rest of both has no counterpart. */
    void finish() {
        recorded.forEach(decision -> tally.unexplained("recorded, but the rules do not give it: " + decision));
        derived.forEach(decision -> tally.unexplained("the rules give it, but it is not recorded: " + decision));
        withheld.forEach(decision -> tally.unexplained("the rules give it, but it is not recorded: " + decision));
        recorded.clear();
        derived.clear();
        withheld.clear();
    }
}
