package io.exitbrain.topology.takeover;

import io.exitbrain.topology.context.DelegatingClients;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients of Streams. The names under which the brokers will know them are noted first. */
final class NotedClients extends DelegatingClients {

    private final OwnIdentity identity;

    NotedClients(KafkaClientSupplier clients, OwnIdentity identity) {
        super(clients);
        this.identity = identity;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        name(config, ProducerConfig.TRANSACTIONAL_ID_CONFIG).ifPresent(identity::addTransactionalId);
        return super.getProducer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        name(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG).ifPresent(identity::addMember);
        return super.getConsumer(config);
    }

    private static Optional<String> name(Map<String, Object> config, String key) {
        return Optional.ofNullable(config.get(key)).map(String::valueOf);
    }
}
