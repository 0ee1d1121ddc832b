package io.exitbrain.lab.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What somebody looked at.
 *
 * @param time when
 * @param input hash of the input
 * @param look which days were looked at
 * @param configurations hashes of what was tried: policy, baseline and costs; at least one
 */
public record Entry(Instant time, String input, Look look, List<String> configurations) {

    public Entry {
        configurations = List.copyOf(configurations);
        if (input.isBlank()
                || configurations.isEmpty()
                || configurations.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "an entry needs the hashes of the input and of at least one configuration, were '%s' and %s"
                            .formatted(input, configurations));
        }
    }

    /** The days that were looked at. */
    public enum Look {
        /** The days that choose. */
        IN_SAMPLE,
        /** The locked days. */
        HOLDOUT
    }
}
