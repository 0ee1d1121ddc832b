package io.exitbrain.benchmarks.latency;

import io.exitbrain.benchmarks.load.Market;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends each record when it is due, or as soon as possible after that. It never waits for an answer. */
final class Generator {

    /** The prefix of the symbols that only check whether the candidate answers. */
    static final String PROBE = "PROBE";

    private static final long NANOS_PER_MS = 1_000_000;
    private static final long NAP_NANOS = 200_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Schedule schedule;
    private final Market market;
    private final long beginNanos;
    private final long beginMs;
    private long fills;

    /** The schedule begins at {@code beginNanos} of {@code System.nanoTime}; {@code beginMs} is the same moment on the wall clock. */
    Generator(KafkaProducer<String, byte[]> producer, Schedule schedule, long beginNanos, long beginMs) {
        this.producer = producer;
        this.schedule = schedule;
        this.market = new Market(schedule.symbols());
        this.beginNanos = beginNanos;
        this.beginMs = beginMs;
    }

    void run() {
        long phaseMs = 0;
        for (Phase phase : schedule.phases()) {
            run(phase, phaseMs);
            phaseMs += phase.millis();
        }
        producer.flush();
    }

    private void run(Phase phase, long phaseMs) {
        for (long number = 0; number < phase.prices(); number++) {
            long due = phaseMs * NANOS_PER_MS + phase.dueNanos(number);
            await(due);
            sendFillsUntil(due);
            sendPrice(beginMs + phaseMs + phase.eventMs(number));
        }
    }

    private void await(long dueNanos) {
        long left = dueNanos - (System.nanoTime() - beginNanos);
        while (left > 0) {
            LockSupport.parkNanos(Math.min(left, NAP_NANOS));
            left = dueNanos - (System.nanoTime() - beginNanos);
        }
    }

    private void sendPrice(long time) {
        market.next();
        send("mark-prices", Market.nameOf(market.symbol()), time, market.payload(time));
    }

    private void sendFillsUntil(long dueNanos) {
        while (fills < schedule.fills() && fills * Schedule.FILL_MS * NANOS_PER_MS <= dueNanos) {
            long time = beginMs + fills * Schedule.FILL_MS;
            send("order-fills", symbolOfFill(fills), time, fill(time));
            fills++;
        }
    }

    /** Each fill has a symbol of its own, so each fill opens a position. */
    static String symbolOfFill(long fill) {
        return "F" + fill + "USDT";
    }

    /** The number of the fill of {@code symbol}; -1 if it is not the symbol of a fill. */
    static long fillOf(String symbol) {
        return symbol.matches("F\\d{1,9}USDT") ? Long.parseLong(symbol.substring(1, symbol.length() - 4)) : -1;
    }

    private byte[] fill(long time) {
        return "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":3,\"fillId\":\"%d\",\"time\":%d}"
                .formatted(fills, time)
                .getBytes(StandardCharsets.UTF_8);
    }

    // a lost record has no answer, and missing answers are counted
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(String topic, String symbol, long time, byte[] value) {
        producer.send(new ProducerRecord<>(topic, null, time, symbol, value));
    }
}
