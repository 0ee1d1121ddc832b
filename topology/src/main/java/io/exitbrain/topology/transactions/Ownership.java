package io.exitbrain.topology.transactions;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the producers of this application from those of others. */
final class Ownership {

    private final Pattern ownId;
    private final Set<String> ownTopics;

    /** {@code ownTopics} are written by this application only. */
    Ownership(String application, Collection<String> ownTopics) {
        // Streams names a producer after its application, its process and its thread.
        this.ownId = Pattern.compile(Pattern.quote(application) + "-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+");
        this.ownTopics = Set.copyOf(ownTopics);
    }

    /** Whether {@code open} is ours; {@code transactionalId} is empty if no coordinator knows its producer. */
    boolean isOurs(OpenTransaction open, Optional<String> transactionalId) {
        return transactionalId
                .map(id -> ownId.matcher(id).matches())
                .orElseGet(() -> ownTopics.contains(open.partition().topic()));
    }
}
