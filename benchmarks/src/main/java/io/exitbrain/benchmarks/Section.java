package io.exitbrain.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a run, each with its share of the time, in the order they run: what takes as long as it takes goes first. */
enum Section {
    HEAP(5),
    RESTORE(24),
    PIECES(5),
    LATENCY(23),
    THROUGHPUT(38);

    private final int weight;

    Section(int weight) {
        this.weight = weight;
    }

    /** Its part of the time, as a weight among the sections that run. */
    int weight() {
        return weight;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws where there is none of that name, and says which there are. */
    static Section named(String label) {
        return Arrays.stream(values())
                .filter(section -> section.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("section must be one of %s, was %s"
                        .formatted(
                                Arrays.stream(values()).map(Section::label).collect(Collectors.joining(", ")), label)));
    }
}
