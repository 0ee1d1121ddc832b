package io.exitbrain.benchmarks.candidates;

import io.exitbrain.benchmarks.child.BrokerTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Exactly once: output, changed states and offsets in one transaction. A transaction gathers records for a while; a symbol that changes
 * several times in it is written once.
 */
final class TransactionalDelivery implements Delivery {

    private static final Duration MAX_POLL_WAIT = Duration.ofMillis(100);
    private static final long OFFSETS_ONLY_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final WireFormat format;
    private final String stateTopic;
    private final long gatherNanos;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private final Map<String, HeldPlan> changed = new LinkedHashMap<>();
    private boolean inTransaction;
    private long committedAt = System.nanoTime();

    private TransactionalDelivery(
            Setup setup, KafkaConsumer<String, byte[]> consumer, WireFormat format, Duration gather, Duration linger) {
        this.consumer = consumer;
        this.producer = LoopClients.transactional(setup, linger.toMillis());
        this.format = format;
        this.stateTopic = setup.applicationId() + "-state";
        this.gatherNanos = gather.toNanos();
        BrokerTopics.createCompacted(setup.bootstrapServers(), stateTopic);
    }

    /** Gathers records as long as the engine does. */
    static Delivery likeTheEngine(Setup setup, KafkaConsumer<String, byte[]> consumer, WireFormat format) {
        Duration window = Duration.ofMillis(setup.commitIntervalMs());
        return new TransactionalDelivery(setup, consumer, format, window, window);
    }

    /** For low latency: sends at once and commits every {@code gather}. */
    static Factory committingEvery(Duration gather) {
        return (setup, consumer, format) -> new TransactionalDelivery(setup, consumer, format, gather, Duration.ZERO);
    }

    // a failed send makes the commit fail
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void send(String topic, String symbol, byte[] value) {
        begin();
        producer.send(new ProducerRecord<>(topic, symbol, value));
    }

    @Override
    public void changed(HeldPlan plan) {
        changed.put(plan.symbol(), plan);
    }

    @Override
    public void read(Map<TopicPartition, OffsetAndMetadata> offsets) {
        this.offsets.putAll(offsets);
        if (!this.offsets.isEmpty() && sinceCommit() >= (isPending() ? gatherNanos : OFFSETS_ONLY_NANOS)) {
            commit();
        }
    }

    private boolean isPending() {
        return inTransaction || !changed.isEmpty();
    }

    private long sinceCommit() {
        return System.nanoTime() - committedAt;
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }

    private void commit() {
        begin();
        changed.forEach((symbol, plan) -> send(stateTopic, symbol, format.state(plan)));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        changed.clear();
        offsets.clear();
        inTransaction = false;
        committedAt = System.nanoTime();
    }

    @Override
    public Duration maxPollWait() {
        return isPending() ? Duration.ofNanos(Math.max(0, gatherNanos - sinceCommit())) : MAX_POLL_WAIT;
    }

    @Override
    public void close() {
        if (!offsets.isEmpty()) {
            commit();
        }
        producer.close();
    }
}
