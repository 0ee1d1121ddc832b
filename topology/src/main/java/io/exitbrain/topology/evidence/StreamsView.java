package io.exitbrain.topology.evidence;

import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** The part of Kafka Streams that queries and health use. */
public interface StreamsView {

    KafkaStreams.State state();

    boolean hasDeadThread();

    /** Every instance of the group with its partitions; throws {@link IllegalStateException} unless the engine runs. */
    Collection<StreamsMetadata> instances();

    <R> StateQueryResult<R> query(StateQueryRequest<R> request);

    /** The partitions of the keyed inputs that this process decides on. */
    Set<TopicPartition> inputs();

    /** The records of each input partition that this process has not read yet, up to the first open transaction. */
    Map<TopicPartition, Long> inputLags();

    /** The number of answers that each main consumer has had from its group coordinator, by client id. */
    Map<String, Long> coordinatorAnswers();

    /** The changelog records of the plans that this process has not restored yet, by partition. It asks the brokers and may block. */
    Map<Integer, Long> restoreLags();

    /** The view of {@code streams}. */
    static StreamsView of(KafkaStreams streams) {
        return new RunningStreams(streams);
    }

    /** The view of a real {@link KafkaStreams}. */
    record RunningStreams(KafkaStreams streams) implements StreamsView {

        private static final Set<String> ANSWERS = Set.of("heartbeat-total", "join-total", "sync-total");
        private static final Set<String> INPUTS = Set.copyOf(Topics.live().inputNames());

        @Override
        public KafkaStreams.State state() {
            return streams.state();
        }

        @Override
        public boolean hasDeadThread() {
            return streams.metadataForLocalThreads().stream()
                    .anyMatch(thread -> thread.threadState().equals("DEAD"));
        }

        @Override
        public Collection<StreamsMetadata> instances() {
            return streams.metadataForAllStreamsClients();
        }

        @Override
        public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
            return streams.query(request);
        }

        @Override
        public Set<TopicPartition> inputs() {
            return streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .flatMap(task -> task.topicPartitions().stream())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        @Override
        public Map<TopicPartition, Long> inputLags() {
            Map<TopicPartition, Long> lags = new HashMap<>();
            for (Metric metric : streams.metrics().values()) {
                MetricName name = metric.metricName();
                String topic = name.tags().getOrDefault("topic", "");
                if (name.name().equals("records-lag") && INPUTS.contains(topic) && isOfMainConsumer(name)) {
                    lags.put(
                            new TopicPartition(
                                    topic, Integer.parseInt(name.tags().getOrDefault("partition", "0"))),
                            Math.max(0, valueOf(metric)));
                }
            }
            return lags;
        }

        @Override
        public Map<String, Long> coordinatorAnswers() {
            Map<String, Long> answers = new HashMap<>();
            for (Metric metric : streams.metrics().values()) {
                MetricName name = metric.metricName();
                if (ANSWERS.contains(name.name()) && isOfMainConsumer(name)) {
                    answers.merge(name.tags().getOrDefault("client-id", ""), valueOf(metric), Long::sum);
                }
            }
            return answers;
        }

        private static boolean isOfMainConsumer(MetricName name) {
            String client = name.tags().getOrDefault("client-id", "");
            return client.endsWith("-consumer")
                    && !client.endsWith("-restore-consumer")
                    && !client.endsWith("-global-consumer");
        }

        private static long valueOf(Metric metric) {
            return metric.metricValue() instanceof Double number && !number.isNaN() ? number.longValue() : 0;
        }

        @Override
        public Map<Integer, Long> restoreLags() {
            Map<Integer, Long> lags = new HashMap<>();
            streams.allLocalStorePartitionLags()
                    .getOrDefault(ExitTopology.PLANS_STORE, Map.of())
                    .forEach((partition, lag) -> lags.put(partition, lagOf(lag)));
            return lags;
        }

        private static long lagOf(LagInfo lag) {
            return Math.max(0, lag.offsetLag());
        }
    }
}
