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
 * Exactly once: what was decided, the states that changed and the offsets in one transaction. A transaction gathers for a while, and
 * writes a symbol that changed often in it once.
 */
final class TransactionalDelivery implements Delivery {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long OFFSETS_ONLY_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Wire wire;
    private final String stateTopic;
    private final long gatherNanos;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private final Map<String, HeldPlan> changed = new LinkedHashMap<>();
    private boolean inTransaction;
    private long committedAt = System.nanoTime();

    private TransactionalDelivery(
            Setup setup, KafkaConsumer<String, byte[]> consumer, Wire wire, Duration gather, Duration linger) {
        this.consumer = consumer;
        this.producer = LoopClients.transactional(setup, linger.toMillis());
        this.wire = wire;
        this.stateTopic = setup.applicationId() + "-state";
        this.gatherNanos = gather.toNanos();
        BrokerTopics.createCompacted(setup.bootstrapServers(), stateTopic);
    }

    /** Gathers as long as the engine does. */
    static Delivery asTheEngine(Setup setup, KafkaConsumer<String, byte[]> consumer, Wire wire) {
        Duration window = Duration.ofMillis(setup.commitIntervalMs());
        return new TransactionalDelivery(setup, consumer, wire, window, window);
    }

    /** For latency: sends at once and gathers for {@code gather} only. */
    static Maker gathering(Duration gather) {
        return (setup, consumer, wire) -> new TransactionalDelivery(setup, consumer, wire, gather, Duration.ZERO);
    }

    // a send that failed fails the commit
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
        changed.forEach((symbol, plan) -> send(stateTopic, symbol, wire.state(plan)));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        changed.clear();
        offsets.clear();
        inTransaction = false;
        committedAt = System.nanoTime();
    }

    @Override
    public Duration patience() {
        return isPending() ? Duration.ofNanos(Math.max(0, gatherNanos - sinceCommit())) : PATIENCE;
    }

    @Override
    public void close() {
        if (!offsets.isEmpty()) {
            commit();
        }
        producer.close();
    }
}
