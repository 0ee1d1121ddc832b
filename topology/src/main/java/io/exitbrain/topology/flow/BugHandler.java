package io.exitbrain.topology.flow;

import io.exitbrain.topology.vitals.Vitals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A defect of ours on one record must neither take every symbol's protection down nor loop for ever: the record goes to the dead
 * letters as a bug, its symbol counts as unprotected until its next good record, the others go on. Too many in a minute stop the
 * process.
 */
public final class BugHandler implements ProcessingExceptionHandler {

    // the settings that carry to the handler what it needs

    private static final String VITALS = "exit-brain.vitals";
    private static final String DEAD_LETTERS = "exit-brain.dead-letters";

    private static final int MAX_IN_A_MINUTE = 10;
    private static final Logger LOG = LoggerFactory.getLogger(BugHandler.class);

    /** Will be the default in Kafka 5, so its constant is already deprecated; without it Kafka warns at each start. */
    private static final String HANDLE_GLOBAL_BUGS = "processing.exception.handler.global.enabled";

    private Optional<Vitals> vitals = Optional.empty();
    private String deadLetters = "";

    /** Adds the handler to the {@code properties} of Kafka Streams. */
    public static void configure(Properties properties, Vitals vitals, String deadLetters) {
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BugHandler.class);
        properties.put(HANDLE_GLOBAL_BUGS, true);
        // the assignor reads its settings from the consumer's, and would warn about the default
        properties.put(StreamsConfig.mainConsumerPrefix(HANDLE_GLOBAL_BUGS), true);
        properties.put(VITALS, vitals);
        properties.put(DEAD_LETTERS, deadLetters);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        vitals = Optional.of((Vitals) Objects.requireNonNull(configs.get(VITALS), VITALS));
        deadLetters = (String) Objects.requireNonNull(configs.get(DEAD_LETTERS), DEAD_LETTERS);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception bug) {
        long nowMs = System.currentTimeMillis();
        DeadLetter letter = DeadLetter.ofBug(
                context.sourceRawValue(), bug, String.valueOf(context.topic()), context.partition(), context.offset());
        LOG.error("{}: {}", context.processorNodeId(), letter.reason(), bug);
        Vitals counts = vitals.orElseThrow();
        counts.bug(symbolOf(record), nowMs);
        return counts.bugs().inLastMinute(nowMs) > MAX_IN_A_MINUTE
                ? Response.fail()
                : Response.resume(List.of(new ProducerRecord<>(
                        deadLetters,
                        null,
                        context.timestamp(),
                        context.sourceRawKey(),
                        letter.value(),
                        letter.headers())));
    }

    private static Optional<String> symbolOf(Record<?, ?> record) {
        if (record == null || record.key() == null) {
            return Optional.empty();
        }
        return Optional.of(
                record.key() instanceof byte[] raw
                        ? new String(raw, StandardCharsets.UTF_8)
                        : record.key().toString());
    }
}
