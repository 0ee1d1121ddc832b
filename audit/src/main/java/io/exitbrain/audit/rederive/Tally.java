package io.exitbrain.audit.rederive;

import java.util.ArrayList;
import java.util.List;

/** Counts what the comparison of commands found. */
final class Tally {

    private static final int KEPT = 100;

    private long matched;
    private long repeated;
    private long caughtUp;
    private long unexplained;
    private final List<String> differences = new ArrayList<>();

    void matched() {
        matched++;
    }

    void repeated() {
        repeated++;
    }

    void caughtUp(int commands) {
        caughtUp += commands;
    }

    void unexplained(String difference) {
        unexplained++;
        if (differences.size() < KEPT) {
            differences.add(difference);
        }
    }

    Rederived result(long skipped) {
        return new Rederived(matched, repeated, caughtUp, skipped, unexplained, List.copyOf(differences));
    }
}
