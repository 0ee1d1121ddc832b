package io.exitbrain.topology.http;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** The part of Kafka Streams that queries and health use. */
interface StreamsView {

    KafkaStreams.State state();

    boolean hasDeadThread();

    /** Number of records that the engine has not read yet, over all partitions of this process, up to the end of the log. */
    long lagRecords();

    /** The part of {@link #lagRecords} that an open transaction of a producer hides. */
    long hiddenRecords();

    /** Every instance of the group with its partitions; throws {@link IllegalStateException} unless the engine runs. */
    Collection<StreamsMetadata> instances();

    <R> StateQueryResult<R> query(StateQueryRequest<R> request);

    /** The view of a running {@code streams}; the caller closes {@code admin}. */
    static StreamsView of(KafkaStreams streams, Admin admin) {
        HiddenRecords hidden = new HiddenRecords(admin, () -> inputsOf(streams));
        return new StreamsView() {

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
            public long lagRecords() {
                return visibleLag(streams.metrics().values()) + hiddenRecords();
            }

            @Override
            public long hiddenRecords() {
                return hidden.count();
            }

            @Override
            public Collection<StreamsMetadata> instances() {
                return streams.metadataForAllStreamsClients();
            }

            @Override
            public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
                return streams.query(request);
            }
        };
    }

    private static List<TopicPartition> inputsOf(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .distinct()
                .toList();
    }

    /** The lag as the consumers count it, up to the first open transaction. */
    private static long visibleLag(Collection<? extends Metric> metrics) {
        return (long) metrics.stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> metric.metricName().tags().containsKey("partition"))
                .mapToDouble(StreamsView::value)
                .filter(lag -> lag > 0)
                .sum();
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Double number && !number.isNaN() ? number : 0;
    }
}
