package io.exitbrain.domain.input;

import java.util.List;

/** A record of {@code positions}: a snapshot of one side, the tombstone that makes every side flat, or a notice of the leverage. */
public sealed interface PositionUpdate extends Input permits Snapshot, FlatEverywhere, LeverageNotice {

    String symbol();

    /** Update time, epoch milliseconds. */
    long time();

    /** The snapshots in this record, one per side. */
    List<Snapshot> snapshots();
}
