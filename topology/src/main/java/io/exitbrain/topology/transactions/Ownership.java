package io.exitbrain.topology.transactions;

import java.util.regex.Pattern;

/** Tells the producers of this application from those of others. */
final class Ownership {

    private final Pattern ownId;

    Ownership(String application) {
        // Streams names a producer after its application, its process and its thread.
        this.ownId = Pattern.compile(Pattern.quote(application) + "-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+");
    }

    boolean isOurs(String transactionalId) {
        return ownId.matcher(transactionalId).matches();
    }
}
