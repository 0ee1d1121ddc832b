package io.exitbrain.topology.brokers;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;

/** Tells which right on the brokers is missing. */
public final class MissingRight {

    private MissingRight() {}

    /** A sentence if {@code failure} comes from a right that the brokers have refused; empty for any other failure. */
    public static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(AuthorizationException.class::isInstance)
                .findFirst()
                .map(refused ->
                        "the brokers do not allow it to the user of the engine: %s (docs/security.md lists the rights)"
                                .formatted(String.valueOf(refused.getMessage()).replaceAll("\\.$", "")));
    }
}
