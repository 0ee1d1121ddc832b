package io.exitbrain.topology.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the newest records of a partition that match a condition, window by window backwards, until there are enough, the floor is
 * reached, or a limit ends it.
 *
 * <pre>
 * floor ............ [window 3  ][window 2 ][window 1] end
 *                    each window is read forwards, and is up to 4 times as long as the one after it
 * </pre>
 */
final class LookBack {

    private static final long FIRST_WINDOW = 1_000;
    private static final long MAX_WINDOW = 64_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final Limits limits;
    private final LongSupplier nanos;

    /**
     * The limits of a look-back.
     *
     * @param enough number of matching records that end it
     * @param scanned largest number of offsets that are read
     * @param time largest duration; a window that is not read completely by then is dropped
     */
    record Limits(int enough, long scanned, Duration time) {}

    /**
     * The matching records, oldest first.
     *
     * @param isWhole whether all matching records since the floor are there, also those that the broker may have deleted
     * @param completeFrom timestamp since which no record is missing, epoch milliseconds; empty if it is whole, or nothing was read in time
     */
    record Found(List<ConsumerRecord<String, byte[]>> records, boolean isWhole, Optional<Long> completeFrom) {}

    /** {@code nanos} is a clock such as {@link System#nanoTime}. */
    LookBack(Consumer<String, byte[]> consumer, Limits limits, LongSupplier nanos) {
        this.consumer = consumer;
        this.limits = limits;
        this.nanos = nanos;
    }

    /** The newest records of {@code partition} from the offset {@code floor} on that match {@code wanted}. */
    Found read(TopicPartition partition, long floor, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long begin = offset(consumer.beginningOffsets(one), partition);
        long end = offset(consumer.endOffsets(one), partition);
        // Where the broker has deleted records, the floor may have been among them.
        boolean isCut = begin > 0 && floor <= begin;
        return new Windows(partition, wanted).backwards(Math.max(floor, begin), end, isCut);
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        return offset == null ? 0 : offset;
    }

    private final class Windows {

        private final TopicPartition partition;
        private final Predicate<ConsumerRecord<String, byte[]>> wanted;
        private final Deque<ConsumerRecord<String, byte[]>> found = new ArrayDeque<>();
        private final long deadline = nanos.getAsLong() + limits.time().toNanos();
        private Optional<Long> oldest = Optional.empty();

        Windows(TopicPartition partition, Predicate<ConsumerRecord<String, byte[]>> wanted) {
            this.partition = partition;
            this.wanted = wanted;
        }

        Found backwards(long first, long end, boolean isCut) {
            long upper = end;
            long window = FIRST_WINDOW;
            while (upper > first && found.size() < limits.enough() && end - upper < limits.scanned()) {
                long lower = Math.max(first, upper - window);
                if (!take(lower, upper)) {
                    break;
                }
                upper = lower;
                window = Math.min(MAX_WINDOW, window * 4);
            }
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(found);
            return all.size() > limits.enough() ? cut(all) : ended(all, upper <= first && !isCut);
        }

        /** More than enough records can be in the last window. The older ones are cut off. */
        private Found cut(List<ConsumerRecord<String, byte[]>> all) {
            List<ConsumerRecord<String, byte[]>> newest = all.subList(all.size() - limits.enough(), all.size());
            return new Found(newest, false, Optional.of(newest.get(0).timestamp()));
        }

        private Found ended(List<ConsumerRecord<String, byte[]>> all, boolean isWhole) {
            return new Found(all, isWhole, isWhole ? Optional.empty() : oldest);
        }

        /** Reads the window of offsets [lower, upper); false if the time ran out before its end. */
        private boolean take(long lower, long upper) {
            List<ConsumerRecord<String, byte[]>> window = new ArrayList<>();
            Optional<Long> timestamp = Optional.empty();
            consumer.seek(partition, lower);
            // The position also passes the markers of transactions, which are no records.
            while (consumer.position(partition) < upper) {
                if (nanos.getAsLong() >= deadline) {
                    return false;
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    timestamp = timestamp.or(() -> Optional.of(record.timestamp()));
                    if (record.offset() < upper && wanted.test(record)) {
                        window.add(record);
                    }
                }
            }
            for (int i = window.size() - 1; i >= 0; i--) {
                found.addFirst(window.get(i));
            }
            oldest = timestamp.or(() -> oldest);
            return true;
        }
    }
}
