package io.exitbrain.chaos.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A reader of committed commands that measures the silence of each partition. Times are milliseconds of this machine's clock, which also
 * gives the inputs their timestamps; a command has the timestamp of its cause.
 */
public final class CommandWatch implements AutoCloseable {

    private static final String TOPIC = "trailing-stop-commands";
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<String> probes;
    private final long[] newestCauseMs;
    private final long[] lastArrivalMs;
    private final long[] longestSilenceMs;
    private final Thread thread = new Thread(this::run, "command-watch");
    private volatile boolean closed;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    /** {@code probes} is the symbol to watch in each partition. */
    public CommandWatch(String bootstrapServers, List<String> probes) {
        this.probes = List.copyOf(probes);
        this.newestCauseMs = new long[probes.size()];
        this.lastArrivalMs = new long[probes.size()];
        this.longestSilenceMs = new long[probes.size()];
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, "command-watch",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, probes.size())
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList());
        thread.start();
    }

    /** From now on silence counts. */
    public synchronized void begin(long nowMs) {
        Arrays.fill(lastArrivalMs, nowMs);
        Arrays.fill(longestSilenceMs, 0);
    }

    /** The longest time in which one of the partitions brought no command, since {@link #begin}. */
    public synchronized long longestSilenceMs() {
        return Arrays.stream(longestSilenceMs).max().orElse(0);
    }

    /** The partitions without a command for a record of {@code sinceMs} or later. */
    public synchronized List<Integer> silentSince(long sinceMs) {
        return IntStream.range(0, probes.size())
                .filter(partition -> newestCauseMs[partition] < sinceMs)
                .boxed()
                .toList();
    }

    /** What ended the reading, if something did. */
    public Optional<RuntimeException> failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
        }
    }

    private synchronized void take(ConsumerRecord<String, byte[]> record) {
        int partition = record.partition();
        if (probes.get(partition).equals(record.key())) {
            long nowMs = System.currentTimeMillis();
            newestCauseMs[partition] = Math.max(newestCauseMs[partition], record.timestamp());
            longestSilenceMs[partition] = Math.max(longestSilenceMs[partition], nowMs - lastArrivalMs[partition]);
            lastArrivalMs[partition] = nowMs;
        }
    }
}
