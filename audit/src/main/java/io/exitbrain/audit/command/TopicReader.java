package io.exitbrain.audit.command;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.topics.EngineTopics;
import io.exitbrain.audit.topics.Horizon;
import io.exitbrain.audit.topics.MergedReader;
import io.exitbrain.audit.topics.TopicRecord;
import io.exitbrain.topology.Topics;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the engine's topics from their begin, merged by timestamp. */
final class TopicReader implements AutoCloseable {

    private final MergedReader reader;
    private final EngineTopics topics;

    private TopicReader(MergedReader reader, EngineTopics topics) {
        this.reader = reader;
        this.topics = topics;
    }

    static TopicReader open(Properties client, EngineTopics topics) {
        return new TopicReader(
                MergedReader.open(client, topics.all(), (record, time) -> audited(topics, record, time)), topics);
    }

    private static Optional<AuditRecord> audited(
            EngineTopics topics, ConsumerRecord<byte[], byte[]> record, long time) {
        return topics.isSentOn(record) || TopicRecord.isMarker(record)
                ? Optional.empty()
                : Optional.of(TopicRecord.of(record, time));
    }

    /** Calls {@code action} with each partition of which the first records are gone. */
    void headless(BiConsumer<String, Integer> action) {
        reader.beginnings().forEach((partition, begin) -> {
            if (begin > 0) {
                action.accept(partition.topic().replace(Topics.SHADOW_PREFIX, ""), partition.partition());
            }
        });
    }

    /** Passes on every record before {@code horizon} that was not passed on before; the entries of global topics come first. */
    void readTo(Horizon horizon, Consumer<AuditRecord> sink) {
        reader.read(topics.globals(), horizon, sink);
        reader.read(topics.all(), horizon, sink);
    }

    @Override
    public void close() {
        reader.close();
    }
}
