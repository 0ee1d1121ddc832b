package io.exitbrain.topology.flow;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** The timestamp of a record, or the partition's time if the timestamp is invalid, so that no producer can stop the partition. */
public final class RecordTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return of(record, partitionTime);
    }

    public static long of(ConsumerRecord<?, ?> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
