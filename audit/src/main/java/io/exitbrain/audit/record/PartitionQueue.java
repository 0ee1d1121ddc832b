package io.exitbrain.audit.record;

import java.util.ArrayDeque;
import java.util.Deque;

/** The records of one partition that wait for their turn, and the time by which the first of them is ordered. */
final class PartitionQueue {

    /** The loss of a leader holds records up for less. */
    private static final long MAX_AHEAD_MS = 30_000;

    private final Outliers outliers;
    private final Deque<AuditRecord> records = new ArrayDeque<>();

    /** The timestamps that are not higher than any behind them, in their order: the first is the lowest of all. */
    private final Deque<Long> lowest = new ArrayDeque<>();

    private long last = Long.MIN_VALUE / 4;

    PartitionQueue(Outliers outliers) {
        this.outliers = outliers;
    }

    void add(AuditRecord record) {
        while (!lowest.isEmpty() && lowest.getLast() > record.timestamp()) {
            lowest.removeLast();
        }
        lowest.addLast(record.timestamp());
        records.addLast(record);
    }

    int size() {
        return records.size();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /**
     * The timestamp of the first record. One that is far ahead of a record behind it is that of a wrong clock or unit: then the lowest one
     * behind it counts, so that it does not hold the partition back.
     */
    long time() {
        long timestamp = records.getFirst().timestamp();
        return timestamp - lowest.getFirst() > MAX_AHEAD_MS ? lowest.getFirst() : outliers.timeOf(timestamp);
    }

    /** Takes the first record. Its merge time is not before that of the record in front of it: a partition is read in its order. */
    AuditRecord take() {
        long time = time();
        AuditRecord first = records.removeFirst();
        if (first.timestamp() == lowest.getFirst()) {
            lowest.removeFirst();
        }
        last = last - time > MAX_AHEAD_MS ? time : Math.max(last, time);
        outliers.counted(first.timestamp(), time);
        return first.mergedAt(last);
    }
}
