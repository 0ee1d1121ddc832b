package io.exitbrain.benchmarks.candidates;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** The settings of the engine that differ from the defaults of Kafka. */
public final class EngineSettings {

    /** Settings that say where the engine runs, not how. */
    private static final Set<String> LEFT_OUT =
            Set.of("application.id", "application.server", "bootstrap.servers", "client.id", "group.id", "state.dir");

    private EngineSettings() {}

    /** The settings of each client, each with the default of Kafka. */
    public static Map<String, Map<String, String>> described() {
        Properties properties = new Setup("localhost:9092", "engine", Path.of("state")).streams();
        StreamsConfig streams = new StreamsConfig(properties);
        Map<String, Object> own = new TreeMap<>();
        properties.forEach((key, value) -> own.put(key.toString(), value));
        Map<String, Map<String, String>> described = new LinkedHashMap<>();
        described.put("Engine: Kafka Streams", differing(own, StreamsConfig.configDef()));
        described.put(
                "Engine: consumer",
                differing(streams.getMainConsumerConfigs("engine", "engine", 0), ConsumerConfig.configDef()));
        described.put("Engine: producer", differing(streams.getProducerConfigs("engine"), ProducerConfig.configDef()));
        return described;
    }

    static Map<String, String> differing(Map<String, Object> settings, ConfigDef definition) {
        Map<String, Object> defaults = definition.defaultValues();
        Map<String, String> differing = new TreeMap<>();
        settings.forEach((name, value) -> {
            String kafkaDefault = shown(defaults.get(name));
            if (definition.names().contains(name)
                    && !LEFT_OUT.contains(name)
                    && !shown(value).equals(kafkaDefault)) {
                differing.put(name, "%s (Kafka: %s)".formatted(shown(value), kafkaDefault));
            }
        });
        return differing;
    }

    private static String shown(@Nullable Object value) {
        return value instanceof Class<?> type ? type.getSimpleName() : String.valueOf(value);
    }
}
