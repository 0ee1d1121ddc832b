package io.exitbrain.topology.takeover;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity of this instance. It is collected from the clients that Streams makes, told to the other instances, and
 * kept in a file for the next life.
 */
public final class OwnIdentity {

    private static final Logger log = LoggerFactory.getLogger(OwnIdentity.class);

    private final IdentityFile file;
    private final Optional<Identity> former;
    private Identity now;

    private OwnIdentity(IdentityFile file, String application) {
        this.file = file;
        this.former = file.read();
        this.now = Identity.of(application);
    }

    /**
     * The identity of an instance that is about to start with {@code properties}. It gets a {@code group.instance.id}
     * that no other instance and no other life has, unless the user has set one. Throws {@link
     * java.io.UncheckedIOException} if its file in {@code stateDir} cannot be read.
     */
    public static OwnIdentity of(Properties properties, Path stateDir) {
        String key = ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
        boolean isSet = Stream.of(key, StreamsConfig.consumerPrefix(key), StreamsConfig.mainConsumerPrefix(key))
                .anyMatch(properties::containsKey);
        if (!isSet) {
            properties.put(
                    StreamsConfig.mainConsumerPrefix(key), UUID.randomUUID().toString());
        }
        String application = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        return new OwnIdentity(new IdentityFile(stateDir, application), application);
    }

    /** The same clients; their names are noted before they are made. */
    public KafkaClientSupplier noting(KafkaClientSupplier clients) {
        return new NotedClients(clients, this);
    }

    void addMember(String member) {
        change(identity -> identity.withMember(member));
    }

    void addTransactionalId(String id) {
        change(identity -> identity.withTransactionalId(id));
    }

    // A full disk must not end a thread that protects positions. Only a start after a crash needs the file.
    private synchronized void change(UnaryOperator<Identity> step) {
        now = step.apply(now);
        try {
            file.write(now);
        } catch (UncheckedIOException notWritten) {
            log.warn(
                    "if this run crashes, the next one cannot end what it leaves open, and the brokers do so: {}",
                    notWritten.getMessage());
        }
    }

    synchronized Identity now() {
        return now;
    }

    /** What the other instances must know, as JSON. */
    public String json() {
        return now().json();
    }

    /** The identity of the last life of this instance; empty if there was none, or if it closed. */
    Optional<Identity> former() {
        return former;
    }

    /** Nothing is left for the next life to end. */
    void closed() {
        file.delete();
    }
}
