package io.exitbrain.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of a run in their order, each with its share of the time. Sections whose length is fixed come first. */
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

    /** The share of the time, as a weight among the sections of the run. */
    int weight() {
        return weight;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws if there is no section of that name; the message lists all names. */
    static Section named(String label) {
        return Arrays.stream(values())
                .filter(section -> section.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("section must be one of %s, was %s"
                        .formatted(
                                Arrays.stream(values()).map(Section::label).collect(Collectors.joining(", ")), label)));
    }
}
