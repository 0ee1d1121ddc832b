package io.exitbrain.topology.fast.filter;

import io.exitbrain.serdes.price.PlainPrice;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.fast.filter.PriceBatch.Batch;
import io.exitbrain.topology.fast.filter.PriceBatch.Single;
import io.exitbrain.topology.fast.state.CachedStates;
import io.exitbrain.topology.fast.state.CachedSymbol;
import io.exitbrain.topology.flow.CommitPacer;
import io.exitbrain.topology.flow.RecordTime;
import io.exitbrain.topology.vitals.InputVitals;
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
 * Drops prices that need no decision. Most prices change only the mark, or only the mark and the best price: they are recorded on the
 * symbol and stop here. Every other record of a batch is forwarded unchanged, with its own key, time, headers and metadata, as if Streams
 * had read it without a batch.
 */
public final class QuietPriceFilter
        implements Processor<@Nullable String, PriceBatch, @Nullable String, byte @Nullable []> {

    private static final Logger log = LoggerFactory.getLogger(QuietPriceFilter.class);

    private final FlowContext flow;
    private final InputVitals input;
    private final String storeName;
    private final PlainPrice price = new PlainPrice();
    private final CommitPacer.Pace pace = CommitPacer.Pace.ofThread();
    private InternalProcessorContext<@Nullable String, byte @Nullable []> context;
    private CachedStates states;
    private long partitionTime = ConsumerRecord.NO_TIMESTAMP;

    // The result of check(): fields, because a result object for each price would cost too much.

    private boolean isQuiet;
    private @Nullable CachedSymbol symbol;

    /** A filter of the prices of {@code topic}. */
    public QuietPriceFilter(FlowContext flow, String storeName, String topic) {
        this.flow = flow;
        this.input = flow.vitals().input(topic);
        this.storeName = storeName;
    }

    // The public interface cannot set the metadata of a record.
    @Override
    public void init(ProcessorContext<@Nullable String, byte @Nullable []> context) {
        this.context = (InternalProcessorContext<@Nullable String, byte @Nullable []>) context;
        this.states = context.getStateStore(storeName);
        states.reset();
    }

    @Override
    public void process(Record<@Nullable String, PriceBatch> record) {
        long nowMs = context.currentSystemTimeMs();
        pace.processing(nowMs);
        if (record.value() instanceof Batch batch) {
            filter(batch, record.timestamp(), nowMs);
        } else if (record.value() instanceof Single single) {
            check(raw(record.key()), single.value(), record.timestamp(), nowMs);
            if (isQuiet) {
                input.received(1, record.timestamp());
            } else {
                context.forward(record.withValue(single.value()));
            }
        }
    }

    /** {@code firstTime} is the time that Streams gave to the first record. */
    private void filter(Batch batch, long firstTime, long nowMs) {
        ProcessorRecordContext whole = context.recordContext();
        int quiet = 0;
        long newest = firstTime;
        partitionTime = Math.max(partitionTime, firstTime);
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            long time = RecordTime.of(record, partitionTime);
            newest = time;
            partitionTime = Math.max(partitionTime, time);
            check(record.key(), record.value(), time, nowMs);
            if (isQuiet) {
                quiet++;
            } else {
                forward(record, time);
            }
        }
        context.setRecordContext(whole);
        input.received(quiet, newest);
    }

    private void forward(ConsumerRecord<byte[], byte[]> record, long time) {
        Headers headers = record.headers();
        context.setRecordContext(new ProcessorRecordContext(
                time, record.offset(), record.partition(), record.topic(), headers, record.key(), record.value()));
        String key = symbol == null ? text(record.key()) : symbol.symbol();
        context.forward(new Record<>(key, record.value(), time, headers));
        if (symbol != null) {
            prepare(symbol);
        }
    }

    /** Sets {@link #isQuiet}, and {@link #symbol} if the record is a plain price. */
    private void check(byte @Nullable [] key, byte @Nullable [] value, long time, long nowMs) {
        isQuiet = false;
        symbol = null;
        if (key == null || value == null) {
            return;
        }
        try {
            if (price.read(value, key, time)) {
                CachedSymbol cached = states.of(key, nowMs);
                symbol = cached;
                isQuiet = states.absorb(cached, price.unscaled(), price.scale(), price.time(), time, nowMs);
            }
        } catch (RuntimeException defect) {
            // The other records of the batch must go on, and the rules can decide on this price without the filter.
            logDefect(text(key), defect);
        }
        if (isQuiet && symbol != null) {
            flow.vitals().processed(symbol.symbol());
        }
    }

    /** Computes the quiet band for the symbol's next price now, while its new state is in the CPU cache. */
    private void prepare(CachedSymbol symbol) {
        try {
            symbol.quietBand();
        } catch (RuntimeException defect) {
            logDefect(symbol.symbol(), defect);
        }
    }

    private static void logDefect(@Nullable String symbol, RuntimeException defect) {
        log.error("{}: a defect of the engine, its prices go through the rules: {}", symbol, defect, defect);
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] raw(@Nullable String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
