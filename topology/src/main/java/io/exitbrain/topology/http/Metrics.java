package io.exitbrain.topology.http;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.KafkaStreams;

/** The metrics for Prometheus: the engine's own counts and those of Kafka Streams. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Optional<KafkaStreamsMetrics> streamsMetrics;
    private final Vitals vitals;

    Metrics(KafkaStreams streams, Vitals vitals) {
        this(Optional.of(new KafkaStreamsMetrics(streams)), vitals);
    }

    /** Metrics without those of Kafka Streams. */
    Metrics(Vitals vitals) {
        this(Optional.empty(), vitals);
    }

    private Metrics(Optional<KafkaStreamsMetrics> streamsMetrics, Vitals vitals) {
        this.streamsMetrics = streamsMetrics;
        this.vitals = vitals;
        streamsMetrics.ifPresent(metrics -> metrics.bindTo(registry));
        new JvmMemoryMetrics().bindTo(registry);
        gauges(vitals);
        counters(vitals);
    }

    private void gauges(Vitals vitals) {
        gauge("open.positions", vitals, counts -> counts.positions().openPositions());
        gauge("unprotected.positions", vitals, Vitals::unprotectedPositions);
        gauge("oldest.unprotected.ms", vitals, counts -> counts.positions().oldestUnprotectedMs());
        gauge("plans.without.trail", vitals, counts -> counts.positions().withoutTrail());
        gauge("mixed.mode.symbols", vitals, counts -> counts.positions().mixedSymbols());
        gauge(
                "positions.with.unknown.leverage",
                vitals,
                counts -> counts.positions().unknownLeverage());
        gauge("dust.positions", vitals, counts -> counts.positions().dust());
    }

    private void counters(Vitals vitals) {
        counter("inputs", vitals, Vitals::inputs);
        counter("dead.letters", vitals, counts -> counts.deadLetters().total());
        counter("bugs", vitals, counts -> counts.bugs().total());
        counter("clock.skews", vitals, Vitals::clockSkews);
        for (ExitEvent.Kind kind : ExitEvent.Kind.values()) {
            FunctionCounter.builder(
                            name("events"), vitals, counts -> counts.decisions().events(kind))
                    .tag("event", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void gauge(String suffix, Vitals vitals, ToDoubleFunction<Vitals> value) {
        Gauge.builder(name(suffix), vitals, value).register(registry);
    }

    private void counter(String suffix, Vitals vitals, ToDoubleFunction<Vitals> value) {
        FunctionCounter.builder(name(suffix), vitals, value).register(registry);
    }

    private static String name(String suffix) {
        return "exit.brain." + suffix;
    }

    String scrape() {
        labelled();
        return registry.scrape();
    }

    // The labels are known only when they first occur. The registry keeps a counter that it has already.
    private void labelled() {
        vitals.skipped()
                .keys()
                .forEach(skip -> FunctionCounter.builder(
                                name("skipped"), vitals, now -> now.skipped().of(skip))
                        .tags("dialect", skip.dialect(), "kind", skip.kind())
                        .register(registry));
        vitals.reroutes()
                .counts()
                .keys()
                .forEach(route -> FunctionCounter.builder(
                                name("rerouted"),
                                vitals,
                                now -> now.reroutes().counts().of(route))
                        .tags("topic", route.topic(), "why", route.why().label())
                        .register(registry));
    }

    @Override
    public void close() {
        streamsMetrics.ifPresent(KafkaStreamsMetrics::close);
        registry.close();
    }
}
