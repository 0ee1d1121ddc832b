package io.exitbrain.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    /** Settings by which Streams hands the handler what it needs. */
    static final String VITALS = "exit-brain.vitals";

    static final String DEAD_LETTERS = "exit-brain.dead-letters";

    private static final int MOST_IN_A_MINUTE = 10;
    private static final Logger log = LoggerFactory.getLogger(BugHandler.class);

    private Optional<Vitals> vitals = Optional.empty();
    private String deadLetters = "";

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
        log.error("{}: {}", context.processorNodeId(), letter.reason(), bug);
        Vitals counts = vitals.orElseThrow();
        counts.bug(symbolOf(record), nowMs);
        return counts.bugs().inLastMinute(nowMs) > MOST_IN_A_MINUTE
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
