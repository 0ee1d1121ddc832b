package io.exitbrain.lab.history;

import java.util.ArrayList;
import java.util.List;

/** The records that could not be read: how many, and the first of them in words. */
public final class Refusals {

    private static final int MOST_TOLD = 5;

    private final List<String> first = new ArrayList<>();
    private long number;

    void add(long line, String topic, String reason) {
        number++;
        if (first.size() < MOST_TOLD) {
            first.add("line %d, %s: %s".formatted(line, topic, reason));
        }
    }

    public long number() {
        return number;
    }

    public List<String> first() {
        return List.copyOf(first);
    }
}
