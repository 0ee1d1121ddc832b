package io.exitbrain.topology.settings;

import io.exitbrain.topology.topics.TopicConfigs;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** The keys that Kafka knows. An unknown key may belong to a plug-in, such as a metrics reporter, so it is a warning and no fault. */
public final class KafkaKeys {

    private static final Set<String> CONSUMER = ConsumerConfig.configNames();
    private static final Set<String> PRODUCER = ProducerConfig.configNames();
    private static final Set<String> ADMIN = AdminClientConfig.configNames();
    private static final Set<String> UNPREFIXED =
            union(StreamsConfig.configDef().names(), CONSUMER, PRODUCER, ADMIN);
    private static final Set<String> SECRETS = secrets();
    private static final Map<String, Set<String>> PREFIXED = prefixed();

    private KafkaKeys() {}

    private static Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        for (ConfigDef known : List.of(
                StreamsConfig.configDef(),
                ConsumerConfig.configDef(),
                ProducerConfig.configDef(),
                AdminClientConfig.configDef())) {
            known.configKeys().values().stream()
                    .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                    .forEach(key -> secrets.add(key.name));
        }
        return Set.copyOf(secrets);
    }

    /** Whether Kafka keeps the value of {@code key}, with the prefix {@code kafka.}, to itself; empty if Kafka does not know it. */
    static Optional<Boolean> isSecret(String key) {
        if (!key.startsWith(Setting.KAFKA)) {
            return Optional.empty();
        }
        String name = nameOf(key.substring(Setting.KAFKA.length()));
        return UNPREFIXED.contains(name) ? Optional.of(SECRETS.contains(name)) : Optional.empty();
    }

    /** The name without the prefix of a client. */
    private static String nameOf(String key) {
        return PREFIXED.keySet().stream()
                .filter(prefix -> key.startsWith(prefix) && !UNPREFIXED.contains(key))
                .findFirst()
                .map(prefix -> key.substring(prefix.length()))
                .orElse(key);
    }

    private static Map<String, Set<String>> prefixed() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put(StreamsConfig.MAIN_CONSUMER_PREFIX, CONSUMER);
        names.put(StreamsConfig.RESTORE_CONSUMER_PREFIX, CONSUMER);
        names.put(StreamsConfig.GLOBAL_CONSUMER_PREFIX, CONSUMER);
        names.put(StreamsConfig.CONSUMER_PREFIX, CONSUMER);
        names.put(StreamsConfig.PRODUCER_PREFIX, PRODUCER);
        names.put(StreamsConfig.ADMIN_CLIENT_PREFIX, ADMIN);
        names.put(StreamsConfig.TOPIC_PREFIX, TopicConfigs.names());
        return names;
    }

    /** A sentence for each key of {@code kafka}, without the prefix {@code kafka.}, that Kafka does not know; sorted by key. */
    public static List<String> warnings(Map<String, String> kafka) {
        return new TreeSet<>(kafka.keySet())
                .stream().map(KafkaKeys::warning).flatMap(Optional::stream).toList();
    }

    private static Optional<String> warning(String key) {
        Optional<String> prefix =
                PREFIXED.keySet().stream().filter(key::startsWith).findFirst();
        Set<String> known = prefix.map(PREFIXED::get).orElse(UNPREFIXED);
        String name = key.substring(prefix.map(String::length).orElse(0));
        // A key of Kafka Streams, such as consumer.group.x, can begin like a prefix.
        if (known.contains(name) || UNPREFIXED.contains(key)) {
            return Optional.empty();
        }
        String nearest = nearest(name, known)
                .map(other -> "; did you mean " + Setting.KAFKA + prefix.orElse("") + other + "?")
                .orElse("");
        return Optional.of(Setting.KAFKA + key + " is not a setting of Kafka: only a plug-in can use it" + nearest);
    }

    /** The known name that differs in the fewest letters; empty if all differ in more than a quarter of them. */
    private static Optional<String> nearest(String name, Collection<String> known) {
        int farthest = Math.max(2, name.length() / 4);
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(name, other) <= farthest);
    }

    /** The number of letters to insert, delete or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = i - 1;
            for (int j = 0; j <= other.length(); j++) {
                int above = row[j];
                row[j] = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        Math.min(row[j - 1], above) + 1,
                                        diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> union = new TreeSet<>();
        for (Set<String> set : sets) {
            union.addAll(set);
        }
        return Set.copyOf(union);
    }
}
