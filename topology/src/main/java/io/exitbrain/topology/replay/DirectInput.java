package io.exitbrain.topology.replay;

import io.exitbrain.topology.flow.RecordTime;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** One input topic, with one partition, of a flow that runs without Kafka Streams. */
final class DirectInput {

    private final Consumer<Record<@Nullable String, byte @Nullable []>> processor;
    private final boolean isTable;
    private final RecordTime times;
    private long nextOffset;
    private long newestTime = ConsumerRecord.NO_TIMESTAMP;

    /** {@code isTable} says that a record is taken at once, before all records that wait. */
    DirectInput(RecordTime times, Consumer<Record<@Nullable String, byte @Nullable []>> processor, boolean isTable) {
        this.times = times;
        this.processor = processor;
        this.isTable = isTable;
    }

    boolean isTable() {
        return isTable;
    }

    long takeOffset() {
        return nextOffset++;
    }

    /** A record with the time {@code timestamp} was processed elsewhere. */
    void passed(long timestamp) {
        nextOffset++;
        newestTime = Math.max(newestTime, timestamp);
    }

    void process(ConsumerRecord<@Nullable Object, @Nullable Object> record) {
        long time = times.extract(record, newestTime);
        newestTime = Math.max(newestTime, time);
        processor.accept(new Record<>((String) record.key(), (byte[]) record.value(), time, record.headers()));
    }
}
