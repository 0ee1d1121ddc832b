package io.exitbrain.topology.replay;

import io.exitbrain.topology.flow.RecordTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The input topics of a flow that runs without Kafka Streams, and their records that wait. */
final class DirectInputs {

    private final DirectContext context;
    private final DirectSinks sinks;
    private final Map<String, DirectInput> byTopic = new HashMap<>();
    private final WaitingRecords waiting = new WaitingRecords();

    DirectInputs(DirectContext context, DirectSinks sinks) {
        this.context = context;
        this.sinks = sinks;
    }

    /** Gives the records of {@code topic} to {@code processor}, each when it is its turn. */
    DirectInput stream(String topic, Consumer<Record<@Nullable String, byte @Nullable []>> processor) {
        return add(topic, processor, false);
    }

    /** Gives the records of {@code topic} to {@code processor} at once, before all records that wait. */
    void table(String topic, Consumer<Record<@Nullable String, byte @Nullable []>> processor) {
        add(topic, processor, true);
    }

    private DirectInput add(
            String topic, Consumer<Record<@Nullable String, byte @Nullable []>> processor, boolean isTable) {
        DirectInput added = new DirectInput(new RecordTime(context::currentSystemTimeMs), processor, isTable);
        byTopic.put(topic, added);
        return added;
    }

    /** Processes {@code record} and all messages that the flow sends to its own inputs because of it. */
    void process(ProducerRecord<@Nullable String, byte @Nullable []> record) {
        take(record);
        for (var next = waiting.next(); next.isPresent(); next = waiting.next()) {
            process(next.get());
        }
    }

    private void process(ConsumerRecord<@Nullable Object, @Nullable Object> record) {
        context.processing(record.topic(), record.offset());
        of(record.topic()).process(record);
        sinks.takeInputs().forEach(this::take);
    }

    private void take(ProducerRecord<@Nullable String, byte @Nullable []> record) {
        DirectInput input = of(record.topic());
        ConsumerRecord<@Nullable Object, @Nullable Object> taken = new ConsumerRecord<>(
                record.topic(),
                0,
                input.takeOffset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
        if (input.isTable()) {
            input.process(taken);
        } else {
            waiting.add(taken);
        }
    }

    private DirectInput of(String topic) {
        DirectInput input = byTopic.get(topic);
        if (input == null) {
            throw new IllegalArgumentException("the flow does not read " + topic);
        }
        return input;
    }
}
