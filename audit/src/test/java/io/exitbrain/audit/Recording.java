package io.exitbrain.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.record.RecordMerge;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.DirectFlow;
import io.exitbrain.topology.replay.FlowDriver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A run of the engine without a broker, as lines and as records of topics with one partition. A test can change it. */
final class Recording {

    static final String PLANS = "exit-plans";
    static final String COMMANDS = "trailing-stop-commands";
    static final String EVENTS = "exit-events";
    static final String LETTERS = "dead-letters";

    private static final List<String> TOPICS = List.of(
            "instruments",
            "exit-context",
            "order-fills",
            "positions",
            "mark-prices",
            "execution-reports",
            PLANS,
            COMMANDS,
            EVENTS,
            LETTERS);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<List<AuditRecord>> steps = new ArrayList<>();
    private final Map<String, Long> firstOffsets = new HashMap<>();

    /** An input; {@code value} may use single quotes. A null value is empty. */
    record In(String topic, Optional<String> key, Optional<String> value, long timestamp) {

        static In of(String topic, String key, String value, long timestamp) {
            return new In(topic, Optional.of(key), Optional.of(value.replace('\'', '"')), timestamp);
        }

        static In clock(long milliseconds) {
            return new In("", Optional.empty(), Optional.empty(), milliseconds);
        }
    }

    static Recording of(List<In> inputs) {
        return of(Policy.DEFAULT, inputs);
    }

    static Recording of(Policy policy, List<In> inputs) {
        return of(FlowContext.with(policy), 0, inputs);
    }

    /** A run of an engine whose clock is {@code aheadMs} ahead of the first input. */
    static Recording catchingUp(long aheadMs, List<In> inputs) {
        return of(FlowContext.with(Policy.DEFAULT).withHistory(), aheadMs, inputs);
    }

    private static Recording of(FlowContext flow, long aheadMs, List<In> inputs) {
        Recording recording = new Recording();
        long start = inputs.stream()
                .filter(in -> !in.topic().isEmpty())
                .findFirst()
                .orElseThrow()
                .timestamp();
        try (FlowDriver engine = DirectFlow.start(flow, start + aheadMs)) {
            inputs.forEach(in -> recording.play(in, engine));
        }
        return recording;
    }

    private void play(In in, FlowDriver engine) {
        List<AuditRecord> step = new ArrayList<>();
        if (in.topic().isEmpty()) {
            engine.advanceWallClock(in.timestamp());
            step.add(AuditRecord.clock(in.timestamp(), "clock"));
        } else {
            Optional<byte[]> value = in.value().map(text -> text.getBytes(StandardCharsets.UTF_8));
            engine.send(in.topic(), in.key(), value, in.timestamp());
            step.add(record(in.topic(), in.key(), value, Optional.empty(), in.timestamp()));
        }
        engine.emitted()
                .forEach(out -> step.add(record(out.topic(), out.key(), out.value(), out.reason(), out.timestamp())));
        steps.add(step);
    }

    private static AuditRecord record(
            String topic, Optional<String> key, Optional<byte[]> value, Optional<String> reason, long timestamp) {
        Optional<Coordinates> origin = topic.equals(LETTERS) ? reason.flatMap(Coordinates::lastIn) : Optional.empty();
        return new AuditRecord(topic, key, value, reason, timestamp, topic, Optional.empty(), origin);
    }

    Recording copy() {
        Recording copy = new Recording();
        steps.forEach(step -> copy.steps.add(new ArrayList<>(step)));
        return copy;
    }

    int size() {
        return steps.size();
    }

    /** The first {@code count} steps. */
    Recording first(int count) {
        Recording shorter = copy();
        shorter.steps.subList(count, steps.size()).clear();
        return shorter;
    }

    List<AuditRecord> at(int step, String topic) {
        return steps.get(step).stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    void add(int step, AuditRecord record) {
        steps.get(step).add(record);
    }

    void drop(int step, Predicate<AuditRecord> which) {
        steps.get(step).removeIf(record -> !record.isInput() && which.test(record));
    }

    void change(int step, String topic, Consumer<ObjectNode> change) {
        steps.get(step)
                .replaceAll(record ->
                        record.topic().equals(topic) && record.value().isPresent() ? changed(record, change) : record);
    }

    static AuditRecord changed(AuditRecord record, Consumer<ObjectNode> change) {
        try {
            ObjectNode value = (ObjectNode) JSON.readTree(record.value().orElseThrow());
            change.accept(value);
            Optional<byte[]> bytes = Optional.of(JSON.writeValueAsBytes(value));
            return new AuditRecord(
                    record.topic(),
                    record.key(),
                    bytes,
                    record.reason(),
                    record.timestamp(),
                    record.place(),
                    record.coordinates(),
                    record.origin());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AuditRecord placed(AuditRecord record, Coordinates at) {
        return new AuditRecord(
                record.topic(),
                record.key(),
                record.value(),
                record.reason(),
                record.timestamp(),
                at.toString(),
                Optional.of(at),
                record.origin());
    }

    /** {@code record} with another timestamp. */
    static AuditRecord at(AuditRecord record, long timestamp) {
        return new AuditRecord(
                record.topic(),
                record.key(),
                record.value(),
                record.reason(),
                timestamp,
                record.place(),
                record.coordinates(),
                record.origin());
    }

    /** The steps from {@code step} on; the offsets count from the begin of the run. */
    Recording from(int step) {
        Recording rest = copy();
        for (List<AuditRecord> gone : steps.subList(0, step)) {
            gone.forEach(record -> rest.firstOffsets.merge(record.topic(), 1L, Long::sum));
        }
        rest.steps.subList(0, step).clear();
        return rest;
    }

    /** The verdict on topics whose first records were deleted. */
    Verdict asTopicsWithoutBegin(AuditSettings settings) {
        try (Auditor auditor = Auditor.ofTopics(settings, input -> false)) {
            firstOffsets.keySet().forEach(topic -> auditor.beginsInTheMiddle(topic, 0));
            inTopics().forEach(auditor::feed);
            auditor.finish();
            return auditor.verdict();
        }
    }

    /** The verdict on the lines of the run. */
    Verdict asLines(AuditSettings settings) {
        try (Auditor auditor = Auditor.ofLines(settings)) {
            steps.forEach(step -> step.forEach(auditor::feed));
            auditor.finish();
            return auditor.verdict();
        }
    }

    /** The verdict on the run as topics give it: each input with its offset, the outputs after all inputs of the same time. */
    Verdict asTopics(AuditSettings settings) {
        try (Auditor auditor = Auditor.ofTopics(settings, input -> false)) {
            inTopics().forEach(auditor::feed);
            auditor.finish();
            return auditor.verdict();
        }
    }

    /** The verdict on the run as an audit of topics reads it: topic by topic, merged by time. */
    Verdict asMergedTopics(AuditSettings settings) {
        RecordMerge merge = new RecordMerge(TOPICS);
        inTopics().forEach(record -> merge.add(record.topic(), record));
        try (Auditor auditor = Auditor.ofTopics(settings, input -> false)) {
            merge.pass(any -> true, auditor::feed);
            auditor.finish();
            return auditor.verdict();
        }
    }

    /** The records with coordinates, sorted by time; records of one time are sorted by topic. */
    List<AuditRecord> inTopics() {
        Map<String, Long> offsets = new HashMap<>(firstOffsets);
        List<AuditRecord> all = new ArrayList<>();
        for (List<AuditRecord> step : steps) {
            for (AuditRecord record : step) {
                if (!record.isClock()) {
                    long offset = offsets.merge(record.topic(), 1L, Long::sum) - 1;
                    all.add(placed(record, new Coordinates(record.topic(), 0, offset)));
                }
            }
        }
        return all;
    }
}
