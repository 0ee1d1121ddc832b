package io.exitbrain.topology.takeover;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients of Streams. The names under which the brokers will know them are noted first. */
record NotedClients(KafkaClientSupplier clients, OwnIdentity identity) implements KafkaClientSupplier {

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return clients.getAdmin(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        note(config, ProducerConfig.TRANSACTIONAL_ID_CONFIG, identity::addTransactionalId);
        return clients.getProducer(config);
    }

    @Override
    public org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        note(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, identity::addMember);
        return clients.getConsumer(config);
    }

    @Override
    public org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return clients.getRestoreConsumer(config);
    }

    @Override
    public org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return clients.getGlobalConsumer(config);
    }

    private static void note(Map<String, Object> config, String key, Consumer<String> name) {
        Optional.ofNullable(config.get(key)).map(String::valueOf).ifPresent(name);
    }
}
