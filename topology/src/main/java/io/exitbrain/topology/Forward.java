package io.exitbrain.topology;

import io.exitbrain.domain.ExitEvent;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.PlanChange;
import io.exitbrain.domain.Step;
import io.exitbrain.domain.StopCommand;
import io.exitbrain.serdes.Cause;
import io.exitbrain.serdes.CausedEvent;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what came of a record down the flow, with what caused it. */
final class Forward {

    private static final Logger log = LoggerFactory.getLogger(Forward.class);

    private final ProcessorContext<String, Object> context;
    private final CommitSoon commit;

    Forward(ProcessorContext<String, Object> context) {
        this.context = context;
        this.commit = new CommitSoon(context, CommitSoon.Pace.ofThread());
    }

    /** Everything that a step decided, in order, with {@code timestamp}. */
    void all(Step step, Input input, long timestamp) {
        for (PlanChange change : step.plans()) {
            // null deletes the plan's record
            send(change.key(), change.plan().orElse(null), timestamp, ExitTopology.WRITE_PLANS);
        }
        for (StopCommand command : step.commands()) {
            send(command.symbol(), command, timestamp, ExitTopology.WRITE_COMMANDS);
        }
        for (ExitEvent event : step.events()) {
            send(event.symbol(), new CausedEvent(event, causeOf(input)), timestamp, ExitTopology.WRITE_EVENTS);
            Account.of(event, step);
        }
    }

    /** The record being processed, to the dead letters. */
    void letter(@Nullable String key, byte @Nullable [] raw, String reason, long timestamp) {
        RecordMetadata origin = origin();
        DeadLetter letter = DeadLetter.ofBadInput(raw, reason, origin.topic(), origin.partition(), origin.offset());
        log.warn("refused: {}", letter.reason());
        send(new Record<>(key, letter.value(), timestamp, letter.headers()), ExitTopology.WRITE_DEAD_LETTERS);
    }

    /** The record being processed, back to its own topic under {@code symbol}. */
    void round(String symbol, byte @Nullable [] raw, long timestamp) {
        send(symbol, raw, timestamp, ExitTopology.sendRound(origin().topic()));
    }

    /** A record is at hand at {@code nowMs}. */
    void begin(long nowMs) {
        commit.processing(nowMs);
    }

    void close() {
        commit.close();
    }

    private void send(String key, @Nullable Object value, long timestamp, String sink) {
        send(new Record<>(key, value, timestamp), sink);
    }

    private void send(Record<@Nullable String, @Nullable Object> record, String sink) {
        context.forward(record, sink);
        commit.said(record.timestamp());
    }

    private RecordMetadata origin() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record that is refused comes from a topic"));
    }

    private Cause causeOf(Input input) {
        return context.recordMetadata()
                // a punctuation has a record context that names no topic
                .filter(origin -> origin.topic() != null)
                .map(origin -> new Cause(origin.topic(), origin.partition(), origin.offset(), input.inWords()))
                .orElseGet(() -> Cause.wallClock(context.taskId().partition(), input.inWords()));
    }
}
