package io.exitbrain.topology.flow;

import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamp of a record, or the partition's time if it has none, so that no producer can stop the partition. A timestamp counts as
 * none if it is 0 or less, or if its magnitude says that it is no epoch milliseconds of our time: seconds (the millisecond range before
 * September 2001), or microseconds and finer. Times below 10^9 are those of a simulated clock that starts near 0.
 */
public final class RecordTime implements TimestampExtractor {

    private static final long SECONDS = 1_000_000_000L;
    private static final long MILLISECONDS = 1_000_000_000_000L;
    private static final long MICROSECONDS = 100_000_000_000_000L;

    private final LongSupplier clock;

    /** {@code clock} is the wall clock, epoch milliseconds; it counts while the partition has no time yet. */
    public RecordTime(LongSupplier clock) {
        this.clock = clock;
    }

    public RecordTime() {
        this(System::currentTimeMillis);
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return isNone(record.timestamp()) && partitionTime < 0 ? clock.getAsLong() : of(record, partitionTime);
    }

    /** The time of {@code record} on a partition with the time {@code partitionTime}; 0 if neither has one. */
    public static long of(ConsumerRecord<?, ?> record, long partitionTime) {
        return isNone(record.timestamp()) ? Math.max(0, partitionTime) : record.timestamp();
    }

    /** Whether {@code timestamp} counts as none. */
    public static boolean isNone(long timestamp) {
        boolean isUsual = timestamp >= MILLISECONDS && timestamp < MICROSECONDS;
        return !isUsual && (timestamp <= 0 || timestamp >= SECONDS);
    }
}
