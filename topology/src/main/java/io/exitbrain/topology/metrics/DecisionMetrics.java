package io.exitbrain.topology.metrics;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.topology.vitals.DecisionVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.Tags;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** What the rules decided, and how fast and how near to the stop it was. */
final class DecisionMetrics {

    private static final double[] LATENCIES_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };
    private static final double[] GAPS = {0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05};

    private final Meters meters;
    private final DecisionVitals decisions;

    DecisionMetrics(Meters meters, PrometheusRegistry registry, Vitals vitals) {
        this.meters = meters;
        this.decisions = vitals.decisions();
        for (ExitEvent.Kind kind : ExitEvent.Kind.values()) {
            meters.counter("events", "Decisions.", Tags.of("event", text(kind)), () -> decisions.events(kind));
        }
        for (ExecutionReport.Status status : ExecutionReport.Status.values()) {
            meters.counter(
                    "reports",
                    "Execution reports.",
                    Tags.of("status", text(status)),
                    () -> decisions.reports().of(status));
        }
        meters.counter(
                "exit.repeats",
                "EXIT commands that were sent again, because the position was still open.",
                Tags.empty(),
                decisions::exitRepeats);
        decisions.observeExitGaps(histogram(
                registry,
                "exit_gap_ratio",
                "How far the mark was beyond the stop at an EXIT, as a ratio of the stop.",
                GAPS)::observe);
        vitals.latency()
                .observe(histogram(
                        registry,
                        "command_latency_seconds",
                        "The time from an input record to the commit of the command that it caused.",
                        LATENCIES_SECONDS)::observe);
    }

    // A summary of Micrometer rounds what it records up to a whole number.
    private static Histogram histogram(PrometheusRegistry registry, String name, String help, double[] buckets) {
        return Histogram.builder()
                .name("exit_brain_" + name)
                .help(help)
                .withoutExemplars()
                .classicOnly()
                .classicUpperBounds(buckets)
                .register(registry);
    }

    void update() {
        decisions
                .commands()
                .keys()
                .forEach(command -> meters.counter(
                        "commands",
                        "Commands to the executor.",
                        Tags.of("action", text(command.action()), "reason", text(command.reason())),
                        () -> decisions.commands().of(command)));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
