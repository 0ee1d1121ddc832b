package io.exitbrain.topology.http;

import java.util.Collection;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** The part of Kafka Streams that queries and health use. */
interface StreamsView {

    KafkaStreams.State state();

    boolean hasDeadThread();

    /** Number of records that the engine has not read yet, over all partitions of this process. */
    long lagRecords();

    /** Every instance of the group with its partitions; throws {@link IllegalStateException} unless the engine runs. */
    Collection<StreamsMetadata> instances();

    <R> StateQueryResult<R> query(StateQueryRequest<R> request);

    /** The view of a running {@code streams}. */
    static StreamsView of(KafkaStreams streams) {
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
                return (long) streams.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("records-lag"))
                        .filter(metric -> metric.metricName().tags().containsKey("partition"))
                        .mapToDouble(StreamsView::value)
                        .filter(lag -> lag > 0)
                        .sum();
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

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Double number && !number.isNaN() ? number : 0;
    }
}
