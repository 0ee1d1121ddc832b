package io.exitbrain.topology;

import io.exitbrain.serdes.PlainPrice;
import io.exitbrain.topology.Delivered.Batch;
import io.exitbrain.topology.Delivered.Single;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens batches of prices and lets those pass that change nothing or only the best price, which are nearly all: they are noted and go
 * no further. Every other record goes on as it came, as if Streams had taken it for itself: with its own key, time, headers and
 * metadata.
 */
final class LetQuietPass implements Processor<@Nullable String, Delivered, @Nullable String, byte @Nullable []> {

    private static final Logger log = LoggerFactory.getLogger(LetQuietPass.class);

    private final Engine engine;
    private final PlainPrice price = new PlainPrice();
    private final CommitSoon.Pace pace = CommitSoon.Pace.ofThread();
    private InternalProcessorContext<@Nullable String, byte @Nullable []> context;
    private SymbolStates states;
    private long partitionTime = ConsumerRecord.NO_TIMESTAMP;

    // the answer of look(), asked for every price

    private boolean passes;
    private @Nullable Known symbol;

    LetQuietPass(Engine engine) {
        this.engine = engine;
    }

    // a record's metadata cannot be set through the public interface
    @Override
    public void init(ProcessorContext<@Nullable String, byte @Nullable []> context) {
        this.context = (InternalProcessorContext<@Nullable String, byte @Nullable []>) context;
        this.states = context.getStateStore(ExitTopology.PLANS_STORE);
        states.startAnew();
    }

    @Override
    public void process(Record<@Nullable String, Delivered> record) {
        long nowMs = context.currentSystemTimeMs();
        pace.processing(nowMs);
        if (record.value() instanceof Batch batch) {
            open(batch, record.timestamp(), nowMs);
        } else if (record.value() instanceof Single single) {
            look(raw(record.key()), single.value(), record.timestamp(), nowMs);
            if (passes) {
                engine.vitals().received(1, nowMs);
            } else {
                context.forward(record.withValue(single.value()));
            }
        }
    }

    /** {@code firstTime} is the time that Streams has given the first record. */
    private void open(Batch batch, long firstTime, long nowMs) {
        ProcessorRecordContext whole = context.recordContext();
        int passed = 0;
        partitionTime = Math.max(partitionTime, firstTime);
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            long time = RecordTime.of(record, partitionTime);
            partitionTime = Math.max(partitionTime, time);
            look(record.key(), record.value(), time, nowMs);
            if (passes) {
                passed++;
            } else {
                goOn(record, time);
            }
        }
        context.setRecordContext(whole);
        engine.vitals().received(passed, nowMs);
    }

    private void goOn(ConsumerRecord<byte[], byte[]> record, long time) {
        Headers headers = record.headers();
        context.setRecordContext(new ProcessorRecordContext(
                time, record.offset(), record.partition(), record.topic(), headers, record.key(), record.value()));
        String key = symbol == null ? text(record.key()) : symbol.symbol();
        context.forward(new Record<>(key, record.value(), time, headers));
        if (symbol != null) {
            prepare(symbol);
        }
    }

    /** Whether the record is a price that passes, and of which symbol, if that is known so far. */
    private void look(byte @Nullable [] key, byte @Nullable [] value, long time, long nowMs) {
        passes = false;
        symbol = null;
        if (key == null || value == null) {
            return;
        }
        try {
            if (price.read(value, key, time)) {
                Known known = states.of(key, nowMs, engine);
                symbol = known;
                passes = states.letPass(known, price.unscaled(), price.scale(), price.time(), nowMs, engine);
            }
        } catch (RuntimeException defect) {
            // the rest of the batch must not suffer, and the rules decide on this price as well without the short cut
            log.error("{}: a defect of the engine, its prices go through the rules: {}", text(key), defect, defect);
        }
        if (passes && symbol != null) {
            engine.vitals().processed(symbol.symbol());
        }
    }

    /** Makes what its next price is compared with while its new state is at hand. */
    private void prepare(Known symbol) {
        try {
            symbol.quiet(engine);
        } catch (RuntimeException defect) {
            log.error(
                    "{}: a defect of the engine, its prices go through the rules: {}", symbol.symbol(), defect, defect);
        }
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] raw(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
