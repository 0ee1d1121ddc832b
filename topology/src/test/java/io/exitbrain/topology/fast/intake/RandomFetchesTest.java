package io.exitbrain.topology.fast.intake;

import static io.exitbrain.topology.fast.intake.Fetches.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams processes the records on the broker in the order of their times, for any order of fetches and failures. */
class RandomFetchesTest {

    private static final int MAX_RECORDS = 60;

    /** A record on the broker. */
    private record Entry(long offset, long time) {}

    static LongStream seeds() {
        long first = Long.getLong("seed", System.nanoTime());
        return LongStream.range(first, first + (Long.getLong("seed") == null ? 300 : 1));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void shouldBeProcessedInTheOrderOfTheMergeEachOnce(long seed) {
        Random random = new Random(seed);
        Map<TopicPartition, List<Entry>> log = log(random);

        List<Long> processed = processedThroughCrashes(log, random);

        assertThat(processed).as("seed %d", seed).isEqualTo(merged(log));
    }

    /** Times grow and sometimes go back. No two inputs have an equal time. Offsets have gaps, as transactions leave them. */
    private static Map<TopicPartition, List<Entry>> log(Random random) {
        Map<TopicPartition, List<Entry>> log = new HashMap<>();
        for (int i = 0; i < INPUTS.size(); i++) {
            List<Entry> entries = new ArrayList<>();
            long time = random.nextInt(40);
            long offset = 0;
            int count = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(MAX_RECORDS);
            for (int n = 0; n < count; n++) {
                time = Math.max(0, time + random.nextInt(12) - 3);
                entries.add(new Entry(offset, time * INPUTS.size() + i));
                offset += 1 + random.nextInt(2);
            }
            log.put(INPUTS.get(i), entries);
        }
        return log;
    }

    /** The merge order of Streams with {@code max.task.idle.ms=0}: every input has a head or is exhausted. */
    private static List<Long> merged(Map<TopicPartition, List<Entry>> log) {
        List<Deque<Entry>> queues =
                log.values().stream().<Deque<Entry>>map(ArrayDeque::new).toList();
        return Stream.generate(() -> queues.stream()
                        .filter(queue -> !queue.isEmpty())
                        .min(Comparator.comparingLong(queue -> queue.getFirst().time()))
                        .map(queue -> queue.removeFirst().time()))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** After a crash only the records before the last commit count, because transactions undo the others. */
    private static List<Long> processedThroughCrashes(Map<TopicPartition, List<Entry>> log, Random random) {
        List<Long> processed = new ArrayList<>();
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (int life = random.nextInt(3); life >= 0; life--) {
            Fetches fetches = new Fetches();
            Consumer<byte[], byte[]> consumer = fetches.ordered(1 + random.nextInt(6), someTopics(random));
            log.forEach((input, entries) -> entries.stream()
                    .filter(entry -> entry.offset() >= committed.getOrDefault(input, 0L))
                    .forEach(entry -> fetches.add(input, entry.offset(), entry.time())));
            fetches.startAt(committed);
            StreamsModel streams = new StreamsModel(consumer);
            run(streams, fetches, random, life == 0 ? Integer.MAX_VALUE : random.nextInt(60));
            processed.addAll(streams.processed());
            committed.putAll(streams.committable());
        }
        return processed;
    }

    private static Set<String> someTopics(Random random) {
        return INPUTS.stream()
                .map(TopicPartition::topic)
                .filter(topic -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private static void run(StreamsModel streams, Fetches fetches, Random random, int polls) {
        int idle = 0;
        for (int i = 0; i < polls && idle < 200; i++) {
            int before = streams.processed().size();
            misbehave(fetches, random);
            try {
                streams.poll();
            } catch (WakeupException interrupted) {
                assertThat(interrupted).isNotNull();
            }
            streams.process(random.nextInt(3) == 0 ? random.nextInt(8) : Integer.MAX_VALUE);
            idle = streams.processed().size() == before ? idle + 1 : 0;
        }
    }

    private static void misbehave(Fetches fetches, Random random) {
        TopicPartition one = INPUTS.get(random.nextInt(INPUTS.size()));
        fetches.setMaxPollRecords(1 + random.nextInt(10));
        fetches.brings(one, random.nextInt(10));
        if (random.nextInt(4) == 0) {
            fetches.doesNotKnowWhatIsLeftOf(one);
        } else {
            fetches.knowsWhatIsLeftOf(one);
        }
        if (random.nextInt(10) == 0) {
            fetches.wakeup();
        }
    }
}
