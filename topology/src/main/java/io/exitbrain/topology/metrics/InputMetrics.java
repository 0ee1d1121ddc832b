package io.exitbrain.topology.metrics;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.vitals.DeadLetterVitals;
import io.exitbrain.topology.vitals.InputVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What came of the inputs. The series of each topic begin at the start: the rate of a counter that begins with 1 would miss its first
 * event. Labels of other kinds are registered when their value first occurs.
 */
final class InputMetrics {

    private static final Topics TOPICS = Topics.live();
    private static final List<String> INPUTS = Stream.of(
                    TOPICS.orderFills(),
                    TOPICS.positions(),
                    TOPICS.markPrices(),
                    TOPICS.executionReports(),
                    TOPICS.exchangeEvents())
            .map(Topics.Topic::name)
            .toList();

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
        INPUTS.forEach(this::input);
        for (String topic : INPUTS) {
            deadLetters(new DeadLetterVitals.Origin(topic, false));
            deadLetters(new DeadLetterVitals.Origin(topic, true));
        }
    }

    void update() {
        vitals.inputsByTopic().keySet().forEach(this::input);
        vitals.deadLetters().origins().keys().forEach(this::deadLetters);
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

    private void input(String topic) {
        Tags tags = Tags.of("topic", topic);
        meters.counter("input.records", "Records that were read.", tags, () -> count(topic, InputVitals::records));
        ignored(topic, "duplicate", input -> input.ignoredBecause(Step.Ignored.DUPLICATE));
        ignored(
                topic,
                "stale",
                input -> input.ignoredBecause(Step.Ignored.STALE_PRICE) + input.ignoredBecause(Step.Ignored.STALE_ROW));
        meters.seconds(
                "input.age",
                "The age of the newest record by its own timestamp, NaN before the first record.",
                tags,
                () -> ageMs(topic));
        meters.gauge(
                "lag.records",
                "Records that are not read yet, up to the end of the log.",
                tags,
                () -> evidence.lagByTopic().getOrDefault(topic, 0L));
    }

    private void ignored(String topic, String why, ToLongFunction<InputVitals> count) {
        meters.counter(
                "input.ignored",
                "Valid records that changed nothing.",
                Tags.of("topic", topic, "why", why),
                () -> count(topic, count));
    }

    private void deadLetters(DeadLetterVitals.Origin origin) {
        meters.counter(
                "dead.letters",
                "Records that could not be used.",
                Tags.of("topic", origin.topic(), "kind", origin.kind()),
                () -> vitals.deadLetters().origins().of(origin));
    }

    private long count(String topic, ToLongFunction<InputVitals> count) {
        return vitalsOf(topic).map(count::applyAsLong).orElse(0L);
    }

    private double ageMs(String topic) {
        return vitalsOf(topic)
                .filter(input -> input.newestMs() != Vitals.NEVER)
                .map(input -> (double) Math.max(0, clock.getAsLong() - input.newestMs()))
                .orElse(Double.NaN);
    }

    // Vitals.input would add the topic to those that have had a record.
    private Optional<InputVitals> vitalsOf(String topic) {
        return Optional.ofNullable(vitals.inputsByTopic().get(topic));
    }
}
