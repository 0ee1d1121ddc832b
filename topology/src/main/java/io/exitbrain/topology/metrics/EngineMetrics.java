package io.exitbrain.topology.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.health.Build;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** The metrics for Prometheus: the engine's own, and the few of Kafka and the JVM that the dashboard shows. */
public final class EngineMetrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Optional<KafkaStreamsMetrics> kafka;
    private final InputMetrics inputs;
    private final DecisionMetrics decisions;
    private final BookMetrics book;

    /**
     * What is measured.
     *
     * @param rows the open positions of this instance, as rows of the page
     * @param clock wall clock, epoch milliseconds
     */
    public record Subject(
            StreamsView streams,
            Evidence evidence,
            Vitals vitals,
            Build build,
            Supplier<List<? extends JsonNode>> rows,
            LongSupplier clock) {}

    /** The metrics of a running engine. */
    public EngineMetrics(Subject subject, KafkaStreams streams) {
        this(subject, Optional.of(new KafkaStreamsMetrics(streams)));
    }

    /** Metrics without those of Kafka. */
    public EngineMetrics(Subject subject) {
        this(subject, Optional.empty());
    }

    private EngineMetrics(Subject subject, Optional<KafkaStreamsMetrics> kafka) {
        this.kafka = kafka;
        registry.config().meterFilter(new ShownMeters());
        this.inputs = new InputMetrics(meters, subject);
        this.decisions = new DecisionMetrics(meters, registry.getPrometheusRegistry(), subject.vitals());
        this.book = new BookMetrics(meters, subject.rows());
        build(subject.build());
        new StateMetrics(meters, subject);
        kafka.ifPresent(all -> all.bindTo(registry));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    private void build(Build build) {
        meters.gauge(
                "build.info",
                "What runs: always 1.",
                Tags.of("version", build.version(), "policy_hash", build.policyHash(), "mode", build.mode()),
                () -> 1);
    }

    /** Counts a query of {@code route}, a path with the names of its parameters. */
    public void queried(String route, String role, int code) {
        registry.counter(Meters.name("queries"), "route", route, "role", role, "code", String.valueOf(code))
                .increment();
    }

    /** The metrics in the text format of Prometheus. */
    public String scrape() {
        inputs.update();
        decisions.update();
        book.update();
        return registry.scrape();
    }

    @Override
    public void close() {
        kafka.ifPresent(KafkaStreamsMetrics::close);
        garbage.close();
        registry.close();
    }
}
