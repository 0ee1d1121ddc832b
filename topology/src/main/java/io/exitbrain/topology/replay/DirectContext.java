package io.exitbrain.topology.replay;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What the processors of the flow need of Kafka Streams: one task with one store, a clock, and sinks. It commits nothing.
 */
final class DirectContext implements ProcessorContext<@Nullable String, @Nullable Object> {

    private static final TaskId TASK = new TaskId(0, 0);

    private final StateStore store;
    private final DirectSinks sinks;
    private final Punctuations punctuations = new Punctuations();
    private long nowMs;

    // Null while no record is processed; it is set for each record.
    private @Nullable RecordMetadata current;

    /** {@code nowMs} is the first wall time, epoch milliseconds. */
    DirectContext(StateStore store, DirectSinks sinks, long nowMs) {
        this.store = store;
        this.sinks = sinks;
        this.nowMs = nowMs;
    }

    /** The record at {@code offset} of partition 0 of {@code topic} is processed next. */
    void processing(String topic, long offset) {
        current = new Position(topic, offset);
    }

    void advance(long milliseconds) {
        nowMs += milliseconds;
        current = null;
        punctuations.advancedTo(nowMs);
    }

    /** The coordinates of a record on partition 0. */
    private record Position(String topic, long offset) implements RecordMetadata {

        @Override
        public int partition() {
            return 0;
        }
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.ofNullable(current);
    }

    @Override
    public <K extends @Nullable String, V extends @Nullable Object> void forward(Record<K, V> record) {
        throw new UnsupportedOperationException("each record of the flow names its sink");
    }

    @Override
    public <K extends @Nullable String, V extends @Nullable Object> void forward(Record<K, V> record, String sink) {
        sinks.accept(record, sink);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Kafka declares it so
    public <S extends StateStore> S getStateStore(String name) {
        if (!store.name().equals(name)) {
            throw new IllegalArgumentException("there is no store " + name);
        }
        return (S) store;
    }

    @Override
    public Cancellable schedule(Duration period, PunctuationType type, Punctuator punctuator) {
        if (type != PunctuationType.WALL_CLOCK_TIME) {
            throw new UnsupportedOperationException("the flow uses the wall clock only");
        }
        return punctuations.add(punctuator, period.toMillis(), nowMs);
    }

    @Override
    public Cancellable schedule(Instant start, Duration period, PunctuationType type, Punctuator punctuator) {
        throw new UnsupportedOperationException("the flow schedules without a start");
    }

    /** There is nothing to commit. */
    @Override
    public void commit() {}

    @Override
    public long currentSystemTimeMs() {
        return nowMs;
    }

    @Override
    public TaskId taskId() {
        return TASK;
    }

    @Override
    public String applicationId() {
        return "replay";
    }

    @Override
    public long currentStreamTimeMs() {
        throw unused();
    }

    @Override
    public Serde<?> keySerde() {
        throw unused();
    }

    @Override
    public Serde<?> valueSerde() {
        throw unused();
    }

    @Override
    public File stateDir() {
        throw unused();
    }

    @Override
    public StreamsMetrics metrics() {
        throw unused();
    }

    @Override
    public Map<String, Object> appConfigs() {
        throw unused();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the flow does not use it");
    }
}
