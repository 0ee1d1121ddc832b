package io.exitbrain.domain.input;

import java.util.List;

/** A record of {@code positions}: a snapshot of one side, or the tombstone that makes every side flat. */
public sealed interface PositionUpdate extends Input permits Snapshot, FlatEverywhere {

    /** Update time, epoch milliseconds. */
    long time();

    /** The snapshots in this record, one per side. */
    List<Snapshot> snapshots();
}
