package io.exitbrain.topology.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Leaves out what Kafka measures and nobody looks at. A scrape would have thousands of lines, and many of Kafka's names break the
 * conventions of Prometheus.
 */
final class ShownMeters implements MeterFilter {

    private static final String KAFKA = "kafka.";

    private static final Set<String> SHOWN = Set.of(
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.poll.ratio",
            "kafka.stream.thread.commit.ratio",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.process.latency.avg",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.coordinator.rebalance.latency.avg",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.producer.record.error.rate",
            "kafka.producer.request.latency.avg");

    /** Names that break the conventions of Prometheus. */
    private static final Set<String> HIDDEN = Set.of("process.cpu.time", "system.cpu.count");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String name = id.getName();
        boolean isHidden = HIDDEN.contains(name) || (name.startsWith(KAFKA) && !SHOWN.contains(name));
        return isHidden ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(Meters.name("queries")) ? described(id) : id;
    }

    private static Meter.Id described(Meter.Id id) {
        return new Meter.Id(
                id.getName(), io.micrometer.core.instrument.Tags.of(id.getTags()), null, "HTTP queries.", id.getType());
    }
}
