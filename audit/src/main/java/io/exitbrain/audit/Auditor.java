package io.exitbrain.audit;

import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SerdesReader;
import io.exitbrain.audit.book.Terms;
import io.exitbrain.audit.checks.StepAuditor;
import io.exitbrain.audit.measure.Measures;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.rederive.Rederivation;
import io.exitbrain.audit.rederive.Rederived;
import io.exitbrain.audit.steps.Judge;
import io.exitbrain.audit.steps.LineSteps;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.audit.steps.StepSource;
import io.exitbrain.audit.steps.TopicSteps;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes the records of all inputs and outputs, and says whether an invariant was broken. Feed every record, call {@link #finish()}, then ask
 * for the {@link #verdict()}. It is not thread-safe.
 */
public final class Auditor implements AutoCloseable {

    private final Books books;
    private final Measures measures = new Measures();
    private final StepAuditor checks;
    private final Optional<Rederivation> rederivation;
    private final Set<String> symbols = new HashSet<>();
    private final Set<String> midway = new HashSet<>();
    private final Set<String> notDerived = new HashSet<>();
    private final Set<Integer> headless = new HashSet<>();
    private final Set<Integer> priceless = new HashSet<>();
    private StepSource steps;
    private Optional<TopicSteps> topics = Optional.empty();
    private Optional<Rederived> rederived = Optional.empty();
    private long inputs;
    private long commands;

    private Auditor(AuditSettings settings, boolean isFromTopics) {
        this.books = new Books(Terms.of(settings.policy()));
        this.checks = new StepAuditor(books, isFromTopics, measures, settings.listener());
        this.rederivation = settings.rederives()
                ? Optional.of(
                        isFromTopics
                                ? Rederivation.ofTopics(settings.policy(), notDerived::contains)
                                : Rederivation.ofLines(settings.policy(), notDerived::contains))
                : Optional.empty();
        this.steps = new LineSteps(new SerdesReader(true), this::step);
    }

    /** An auditor of lines: the outputs of an input come after it and before the next input, as in a replay. */
    public static Auditor ofLines(AuditSettings settings) {
        return new Auditor(settings, false);
    }

    /**
     * An auditor of records with coordinates. They come in the order of each partition, and about in the order of their timestamps across
     * partitions.
     *
     * @param isUndecided says of an input that the engine had not committed it when the audit began to read
     */
    public static Auditor ofTopics(AuditSettings settings, Predicate<Coordinates> isUndecided) {
        Auditor auditor = new Auditor(settings, true);
        Judge judge = new StepJudge(auditor.checks, auditor::step);
        TopicSteps topicSteps = new TopicSteps(new SerdesReader(false), isUndecided, judge);
        auditor.steps = topicSteps;
        auditor.topics = Optional.of(topicSteps);
        return auditor;
    }

    /**
     * The begin of {@code topic} is gone in {@code partition}. Without old fills, positions or outputs, a symbol may have a position that
     * is older than the record. Without old prices, only the re-derivation is not possible.
     */
    public void beginsInTheMiddle(String topic, int partition) {
        if (topic.equals("mark-prices") || topic.equals("execution-reports")) {
            priceless.add(partition);
        } else if (!topic.equals("exit-plans")) {
            headless.add(partition);
        }
    }

    /** Every output of the inputs that were fed has been fed, too: judges all of them. */
    public void flush() {
        topics.ifPresent(TopicSteps::flush);
    }

    /** Takes the next record. */
    public void feed(AuditRecord record) {
        inputs += record.isInput() && !record.isClock() ? 1 : 0;
        commands += record.topic().equals("trailing-stop-commands") ? 1 : 0;
        if (!headless.isEmpty() || !priceless.isEmpty()) {
            record.coordinates().ifPresent(at -> begunBefore(record, at.partition()));
        }
        if (topics.isPresent() && record.topic().equals("instruments")) {
            books.expectStep(record);
        }
        steps.feed(record);
    }

    private void begunBefore(AuditRecord record, int partition) {
        boolean isOfSymbol =
                record.isKeyedInput() || (!record.isInput() && !record.topic().equals("dead-letters"));
        Optional<String> symbol = record.key().filter(key -> isOfSymbol).map(ObservedPlan::symbolOf);
        if (headless.contains(partition)) {
            symbol.filter(name -> !books.isOpened(name) && midway.add(name)).ifPresent(books::openInTheMiddle);
        }
        if (headless.contains(partition) || priceless.contains(partition)) {
            symbol.filter(notDerived::add).ifPresent(books::missesPrices);
        }
    }

    private void step(Step step) {
        step.reading().symbol().ifPresent(symbols::add);
        measures.begin(step);
        checks.observe(step.input(), step.reading(), step.outputs());
        rederivation.ifPresent(rules -> rules.observe(step));
    }

    /** No more records come. */
    public void finish() {
        steps.finish();
        checks.finish();
        rederived = rederivation.map(Rederivation::finish);
    }

    /** The verdict on all records so far. */
    public Verdict verdict() {
        return new Verdict(
                inputs,
                commands,
                symbols.size(),
                checks.counts(),
                checks.findings(),
                midway.size(),
                checks.compacted(),
                topics.map(TopicSteps::undecided).orElse(0),
                topics.map(TopicSteps::unknownOrders).orElse(0L),
                topics.map(TopicSteps::unknownPlaces).orElse(List.of()),
                measures.toProtection(),
                measures.toCommand(),
                measures.unprotectedCount(),
                measures.unprotected(),
                rederived);
    }

    @Override
    public void close() {
        rederivation.ifPresent(Rederivation::close);
    }
}
