package io.exitbrain.topology.takeover;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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

    private static final String KEY = ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
    private static final Logger log = LoggerFactory.getLogger(OwnIdentity.class);

    private final IdentityFile file;
    private final Optional<Identity> former;
    private Identity now;

    private OwnIdentity(IdentityFile file, Identity now, Optional<Identity> former) {
        this.file = file;
        this.former = former;
        this.now = now;
    }

    /**
     * The identity of an instance that is about to start with {@code properties}. It gets a {@code group.instance.id}
     * that no other instance has, unless the user has set one. After a crash it takes the name of its last life if nobody
     * else is in the group: an empty group would wait for more members ({@code group.initial.rebalance.delay.ms}).
     *
     * @param members the names of the present members of the group; asked for after a crash only
     * @throws java.io.UncheckedIOException its file in {@code stateDir} cannot be read
     */
    public static OwnIdentity of(Properties properties, Path stateDir, Supplier<Set<String>> members) {
        String application = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        IdentityFile file = new IdentityFile(stateDir, application);
        Optional<Identity> former = file.read();
        String name = set(properties).orElseGet(() -> {
            String chosen = former.flatMap(life -> life.nameAmong(members.get()))
                    .orElseGet(() -> UUID.randomUUID().toString());
            properties.put(StreamsConfig.mainConsumerPrefix(KEY), chosen);
            return chosen;
        });
        return new OwnIdentity(file, Identity.of(application), former.map(life -> life.withoutMembersOf(name)));
    }

    private static Optional<String> set(Properties properties) {
        return Stream.of(StreamsConfig.mainConsumerPrefix(KEY), StreamsConfig.consumerPrefix(KEY), KEY)
                .map(properties::getProperty)
                .filter(Objects::nonNull)
                .findFirst();
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

    /** What of the last life of this instance must be ended; empty if there was none, or if it closed. */
    Optional<Identity> former() {
        return former;
    }

    /** Nothing is left for the next life to end. */
    void closed() {
        file.delete();
    }
}
