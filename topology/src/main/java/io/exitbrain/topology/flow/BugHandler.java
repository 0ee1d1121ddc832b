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
 * Handles a defect of the engine on one record. The defect must neither stop the protection of the other symbols nor repeat for ever.
 * The record goes to the dead letters as a bug, and its symbol counts as unprotected until its next good record. Too many defects in a
 * minute stop the process.
 */
public final class BugHandler implements ProcessingExceptionHandler {

    // Kafka creates the handler by itself; these settings carry its dependencies.

    private static final String VITALS = "exit-brain.vitals";
    private static final String DEAD_LETTERS = "exit-brain.dead-letters";

    private static final int MAX_BUGS_PER_MINUTE = 10;
    private static final Logger log = LoggerFactory.getLogger(BugHandler.class);

    /** The default in Kafka 5, so its constant is already deprecated. Without it Kafka logs a warning at each start. */
    private static final String HANDLE_GLOBAL_BUGS = "processing.exception.handler.global.enabled";

    private Optional<Vitals> vitals = Optional.empty();
    private String deadLetters = "";

    /** Adds the handler to the {@code properties} of Kafka Streams. */
    public static void configure(Properties properties, Vitals vitals, String deadLetters) {
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BugHandler.class);
        properties.put(HANDLE_GLOBAL_BUGS, true);
        // The assignor reads the consumer's settings and would log a warning about the default.
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
        DeadLetter deadLetter = DeadLetter.ofBug(
                context.sourceRawValue(), bug, String.valueOf(context.topic()), context.partition(), context.offset());
        log.error("{}: {}", context.processorNodeId(), deadLetter.reason(), bug);
        Vitals counts = vitals.orElseThrow();
        counts.bug(String.valueOf(context.topic()), symbolOf(record), nowMs);
        return counts.bugs().inLastMinute(nowMs) > MAX_BUGS_PER_MINUTE
                ? Response.fail()
                : Response.resume(List.of(new ProducerRecord<>(
                        deadLetters,
                        null,
                        context.timestamp(),
                        context.sourceRawKey(),
                        deadLetter.value(),
                        deadLetter.headers())));
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
