package io.exitbrain.health.http;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.watch.DependencyStatus;
import io.exitbrain.health.watch.Report;
import io.exitbrain.health.watch.Watches;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The metrics for Prometheus. The gauge of the current status is 1, those of the other statuses are 0. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Watches watches;
    private final MultiGauge services = multi("health.status", "Whether the service has this status.");
    private final MultiGauge statuses = multi("health.dependency.status", "Whether the dependency has this status.");
    private final MultiGauge latencies = multi("health.dependency.latency.ms", "Latency of the last answer.");
    private final MultiGauge ages = multi("health.dependency.age.seconds", "Seconds since the last probe finished.");
    private final MultiGauge probes = multi("health.dependency.probes", "Probes that found this status.");

    Metrics(Watches watches) {
        this.watches = watches;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        Gauge.builder("health.uptime.seconds", watches, now -> now.report().uptimeSeconds())
                .register(registry);
    }

    private MultiGauge multi(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    synchronized String scrape() {
        Report report = watches.report();
        services.register(
                rowsOf(report.status(), Tags.of("service", report.settings().service())), true);
        registerDependencies(report.dependencies());
        return registry.scrape();
    }

    private void registerDependencies(List<DependencyStatus> all) {
        Stream<DependencyStatus> answered =
                all.stream().filter(one -> one.latencyMs().isPresent());
        Stream<DependencyStatus> probed = all.stream().filter(DependencyStatus::isProbed);
        statuses.register(
                all.stream()
                        .flatMap(one -> rowsOf(one.status(), tags(one)).stream())
                        .toList(),
                true);
        latencies.register(rows(answered, one -> one.latencyMs().orElse(0)), true);
        ages.register(rows(probed, one -> one.ageSeconds().orElse(0)), true);
        probes.register(all.stream().flatMap(Metrics::counts).toList(), true);
    }

    private static List<MultiGauge.Row<?>> rows(
            Stream<DependencyStatus> all, ToDoubleFunction<DependencyStatus> value) {
        return all.<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(tags(one), value.applyAsDouble(one)))
                .toList();
    }

    private static List<MultiGauge.Row<?>> rowsOf(Status is, Tags tags) {
        return Arrays.stream(Status.values())
                .<MultiGauge.Row<?>>map(
                        status -> MultiGauge.Row.of(tags.and("status", word(status)), is == status ? 1 : 0))
                .toList();
    }

    private static Stream<MultiGauge.Row<?>> counts(DependencyStatus one) {
        return Stream.of(Status.OK, Status.DEGRADED, Status.DOWN)
                .map(status -> MultiGauge.Row.of(tags(one).and("status", word(status)), one.count(status)));
    }

    private static Tags tags(DependencyStatus one) {
        return Tags.of("dependency", one.name());
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        registry.close();
    }
}
