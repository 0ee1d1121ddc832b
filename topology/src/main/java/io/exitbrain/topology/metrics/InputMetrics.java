package io.exitbrain.topology.metrics;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.vitals.InputVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.Tags;
import java.util.function.LongSupplier;

/** What came of the inputs. A label is registered when its value first occurs. */
final class InputMetrics {

    private final Meters meters;
    private final Vitals vitals;
    private final Evidence evidence;
    private final LongSupplier clock;

    InputMetrics(Meters meters, EngineMetrics.Subject subject) {
        this.meters = meters;
        this.vitals = subject.vitals();
        this.evidence = subject.evidence();
        this.clock = subject.clock();
        meters.counter(
                "defects",
                "Defects of the engine on records.",
                Tags.empty(),
                () -> vitals.bugs().total());
        meters.counter(
                "clock.skews",
                "Prices that lagged the other inputs of their symbol.",
                Tags.empty(),
                vitals::clockSkews);
    }

    void update() {
        vitals.inputsByTopic().forEach(this::input);
        vitals.deadLetters()
                .origins()
                .keys()
                .forEach(origin -> meters.counter(
                        "dead.letters",
                        "Records that could not be used.",
                        Tags.of("topic", origin.topic(), "kind", origin.kind()),
                        () -> vitals.deadLetters().origins().of(origin)));
        vitals.skipped()
                .keys()
                .forEach(skip -> meters.counter(
                        "skipped",
                        "Records that are known and are nothing for the engine.",
                        Tags.of("dialect", skip.dialect(), "kind", skip.kind()),
                        () -> vitals.skipped().of(skip)));
        vitals.reroutes()
                .counts()
                .keys()
                .forEach(route -> meters.counter(
                        "rerouted",
                        "Records that were sent to another key, topic or partition.",
                        Tags.of("topic", route.topic(), "why", route.why().label()),
                        () -> vitals.reroutes().counts().of(route)));
    }

    private void input(String topic, InputVitals input) {
        Tags tags = Tags.of("topic", topic);
        meters.counter("input.records", "Records that were read.", tags, input::records);
        ignored(tags.and("why", "duplicate"), () -> input.ignoredBecause(Step.Ignored.DUPLICATE));
        ignored(
                tags.and("why", "stale"),
                () -> input.ignoredBecause(Step.Ignored.STALE_PRICE) + input.ignoredBecause(Step.Ignored.STALE_ROW));
        meters.seconds("input.age", "The age of the newest record by its own timestamp.", tags, () -> age(input));
        meters.gauge(
                "lag.records",
                "Records that are not read yet, up to the end of the log.",
                tags,
                () -> evidence.lagByTopic().getOrDefault(topic, 0L));
    }

    private void ignored(Tags tags, LongSupplier count) {
        meters.counter("input.ignored", "Valid records that changed nothing.", tags, count::getAsLong);
    }

    private double age(InputVitals input) {
        return input.newestMs() == Vitals.NEVER ? Double.NaN : Math.max(0, clock.getAsLong() - input.newestMs());
    }
}
