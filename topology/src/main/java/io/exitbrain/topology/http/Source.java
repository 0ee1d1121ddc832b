package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Where an answer comes from.
 *
 * @param partition the partition of the symbol's records
 * @param servedBy the instance whose store answered, {@code host:port}
 * @param lagRecords the records that the store does not have yet: of the inputs, or for a copy of the changelog; empty if not known
 */
record Source(int partition, String servedBy, Role role, OptionalLong lagRecords) {

    /** The role of the store that answers. */
    enum Role {
        /** The store of the instance that decides on the symbol. */
        ACTIVE,
        /** A copy, or a store that still restores: it can be behind. */
        STANDBY
    }

    /** Adds the fields of this source to {@code body}. */
    ObjectNode addTo(ObjectNode body) {
        body.put("partition", partition)
                .put("servedBy", servedBy)
                .put("role", role.name().toLowerCase(Locale.ROOT));
        if (lagRecords.isPresent()) {
            body.put("lagRecords", lagRecords.getAsLong());
        } else {
            body.putNull("lagRecords");
        }
        return role == Role.STANDBY ? body.put("stale", true) : body;
    }
}
