package io.exitbrain.topology.health;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, in sentences: what makes the engine DOWN, and what makes it DEGRADED. */
final class Findings {

    private final List<String> down = new ArrayList<>();
    private final List<String> degraded = new ArrayList<>();

    void down(String sentence) {
        down.add(sentence);
    }

    void degraded(String sentence) {
        degraded.add(sentence);
    }

    boolean isDown() {
        return !down.isEmpty();
    }

    String status() {
        return isDown() ? "DOWN" : degraded.isEmpty() ? "OK" : "DEGRADED";
    }

    /** The sentences, the worst first. */
    List<String> all() {
        List<String> all = new ArrayList<>(down);
        all.addAll(degraded);
        return all;
    }
}
