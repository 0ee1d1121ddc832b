package io.exitbrain.topology.flow;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.Input;
import io.exitbrain.serdes.output.Cause;
import io.exitbrain.serdes.output.CausedEvent;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards the results of a record to the sinks, with their cause. */
final class Emitter {

    private static final Logger log = LoggerFactory.getLogger(Emitter.class);

    private final ProcessorContext<String, Object> context;
    private final CommitPacer commits;

    Emitter(ProcessorContext<String, Object> context) {
        this.context = context;
        this.commits = new CommitPacer(context, CommitPacer.Pace.ofThread());
    }

    /** Emits the decisions of {@code step} in order, with {@code timestamp}. */
    void emit(Step step, Input input, long timestamp) {
        for (Step.PlanChange change : step.plans()) {
            // Null is a tombstone.
            send(change.key(), change.plan().orElse(null), timestamp, Sinks.PLANS);
        }
        for (StopCommand command : step.commands()) {
            send(command.symbol(), command, timestamp, Sinks.COMMANDS);
        }
        for (ExitEvent event : step.events()) {
            send(event.symbol(), new CausedEvent(event, causeOf(input)), timestamp, Sinks.EVENTS);
            DecisionLog.log(event, step);
        }
    }

    /** Sends the current record to the dead letters. */
    void deadLetter(@Nullable String key, byte @Nullable [] raw, String reason, long timestamp) {
        RecordMetadata origin = origin();
        DeadLetter deadLetter = DeadLetter.ofBadInput(raw, reason, origin.topic(), origin.partition(), origin.offset());
        log.warn("refused: {}", deadLetter.reason());
        send(new Record<>(key, deadLetter.value(), timestamp, deadLetter.headers()), Sinks.DEAD_LETTERS);
    }

    /** Sends the current record back to its topic with the key {@code symbol}. */
    void rekey(String symbol, byte @Nullable [] raw, long timestamp) {
        send(symbol, raw, timestamp, Sinks.rekeyed(origin().topic()));
    }

    /** The processing of a record starts at {@code nowMs}. */
    void processing(long nowMs) {
        commits.processing(nowMs);
    }

    void close() {
        commits.close();
    }

    private void send(String key, @Nullable Object value, long timestamp, String sink) {
        send(new Record<>(key, value, timestamp), sink);
    }

    private void send(Record<@Nullable String, @Nullable Object> record, String sink) {
        context.forward(record, sink);
        commits.emitted(record.timestamp());
    }

    private RecordMetadata origin() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record that is refused comes from a topic"));
    }

    private Cause causeOf(Input input) {
        return context.recordMetadata()
                // A punctuation has a record context without a topic.
                .filter(origin -> origin.topic() != null)
                .map(origin -> new Cause(origin.topic(), origin.partition(), origin.offset(), input.describe()))
                .orElseGet(() -> Cause.wallClock(context.taskId().partition(), input.describe()));
    }
}
