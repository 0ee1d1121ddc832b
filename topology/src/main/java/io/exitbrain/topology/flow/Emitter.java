package io.exitbrain.topology.flow;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.Input;
import io.exitbrain.serdes.output.Cause;
import io.exitbrain.serdes.output.CausedEvent;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.vitals.Latency;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards the results of a record to the sinks, with their cause. */
final class Emitter {

    private static final Logger log = LoggerFactory.getLogger(Emitter.class);

    private final ProcessorContext<@Nullable String, @Nullable Object> context;
    private final Sinks sinks;
    private final Latency latency;
    private final boolean logsDecisions;
    private final CommitPacer commits;

    /** The headers of the newest record. A punctuation does not use them. */
    private Optional<Headers> headers = Optional.empty();

    Emitter(ProcessorContext<@Nullable String, @Nullable Object> context, Sinks sinks, FlowContext flow) {
        this.context = context;
        this.sinks = sinks;
        this.latency = flow.vitals().latency();
        this.logsDecisions = flow.logsDecisions();
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
            latency.sent(timestamp);
        }
        for (ExitEvent event : step.events()) {
            send(event.symbol(), new CausedEvent(event, causeOf(input)), timestamp, Sinks.EVENTS);
            if (logsDecisions) {
                DecisionLog.log(event, step);
            }
        }
    }

    /** Sends the current record to the dead letters. */
    void deadLetter(@Nullable String key, byte @Nullable [] raw, String reason, long timestamp) {
        RecordMetadata record = metadata();
        DeadLetter deadLetter = DeadLetter.ofBadInput(raw, reason, record.topic(), record.partition(), record.offset());
        log.warn("refused: {}", deadLetter.reason());
        send(new Record<>(key, deadLetter.value(), timestamp, deadLetter.headers()), sinks.deadLetters());
    }

    /** Writes a message of {@code symbol} to the input {@code topic}, with the origin of the current record. */
    void input(String topic, String symbol, byte @Nullable [] message, long timestamp) {
        Record<@Nullable String, @Nullable Object> record = new Record<>(symbol, message, timestamp);
        record.headers().add(Origin.HEADER, originOf(metadata()).asHeader());
        send(record, sinks.inputOf(topic));
    }

    /** The topic of the current record. */
    String topic() {
        return metadata().topic();
    }

    /** The processing of {@code record} starts at {@code nowMs}. */
    void processing(Record<?, ?> record, long nowMs) {
        headers = Optional.of(record.headers());
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

    private RecordMetadata metadata() {
        return context.recordMetadata().orElseThrow(() -> new IllegalStateException("a record comes from a topic"));
    }

    private Origin originOf(RecordMetadata metadata) {
        return headers.flatMap(Origin::in)
                .orElseGet(() -> new Origin(metadata.topic(), metadata.partition(), metadata.offset()));
    }

    private Cause causeOf(Input input) {
        return context.recordMetadata()
                // A punctuation has a record context without a topic.
                .filter(metadata -> metadata.topic() != null)
                .map(this::originOf)
                .map(origin -> new Cause(origin.topic(), origin.partition(), origin.offset(), input.describe()))
                .orElseGet(() -> Cause.wallClock(context.taskId().partition(), input.describe()));
    }
}
