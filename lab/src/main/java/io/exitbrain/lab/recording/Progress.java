package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.yaml.Durations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says once a second how many records are read, which share that is, and how long it will still take. */
final class Progress {

    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double PERCENT = 100;

    private final LongSupplier nanos;
    private final Consumer<String> sink;
    private final long startedNanos;
    /** The offset after the last read record of each partition. */
    private final Map<String, Long> nextOffsets = new HashMap<>();

    private long total;
    private long passed;
    private long records;
    private long saidNanos;

    /** {@code nanos} is a clock of elapsed time; {@code sink} gets each sentence. */
    Progress(LongSupplier nanos, Consumer<String> sink) {
        this.nanos = nanos;
        this.sink = sink;
        this.startedNanos = nanos.getAsLong();
        this.saidNanos = startedNanos;
    }

    /** The offsets from {@code begin} up to {@code end} of a partition will be read. */
    void expects(String topic, int partition, long begin, long end) {
        nextOffsets.put(topic + "-" + partition, begin);
        total += Math.max(0, end - begin);
    }

    /** The record at these coordinates, and all before it on its partition, are read. */
    void read(Coordinates at) {
        records++;
        String partition = at.topic() + "-" + at.partition();
        long next = at.offset() + 1;
        passed += next - nextOffsets.getOrDefault(partition, next);
        nextOffsets.put(partition, next);
        say();
    }

    private void say() {
        long now = nanos.getAsLong();
        if (now - saidNanos >= EVERY_NANOS) {
            saidNanos = now;
            sink.accept(sentence(now - startedNanos));
        }
    }

    private String sentence(long elapsedNanos) {
        double share = total == 0 ? 1 : Math.min(1, (double) passed / total);
        long leftMs = share == 0
                ? 0
                : Duration.ofNanos((long) (elapsedNanos / share - elapsedNanos)).toMillis();
        return "%,d records, %.0f %%, %s left"
                .formatted(records, share * PERCENT, Durations.inWords(Duration.ofSeconds(leftMs / 1_000)));
    }
}
