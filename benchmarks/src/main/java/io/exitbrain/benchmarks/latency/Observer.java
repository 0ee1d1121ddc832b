package io.exitbrain.benchmarks.latency;

import io.exitbrain.benchmarks.load.Market;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Action;
import io.exitbrain.serdes.output.StopCommandDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed answers and finds for each the time when its cause was due. */
final class Observer {

    private static final Duration PROBE = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<String> TOPICS = List.of("trailing-stop-commands", "exit-plans");

    private final KafkaConsumer<String, byte[]> consumer;
    private final Schedule schedule;
    private final AnswerTimes answers;
    private final Set<Long> planned = new HashSet<>();
    private final StopCommandDeserializer commands = new StopCommandDeserializer();

    Observer(KafkaConsumer<String, byte[]> consumer, Schedule schedule, AnswerTimes answers) {
        this.consumer = consumer;
        this.schedule = schedule;
        this.answers = answers;
        seekToEnd();
    }

    /** Skips the answers to earlier records. */
    private void seekToEnd() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Sends {@code probe} again and again until an answer to it arrives: then the candidate serves. */
    void awaitFirst(Runnable probe) {
        while (true) {
            probe.run();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PROBE)) {
                if (record.key().startsWith(Generator.PROBE)) {
                    return;
                }
            }
        }
    }

    /** Reads until {@code lateMs} after the end of the schedule, which begins at {@code beginNanos} and, on the wall clock, {@code beginMs}. */
    void run(long beginNanos, long beginMs, long lateMs) {
        long nanos = Duration.ofMillis(schedule.millis() + lateMs).toNanos();
        while (System.nanoTime() - beginNanos < nanos) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            long seenNanos = System.nanoTime() - beginNanos;
            records.records(TOPICS.get(0)).forEach(record -> command(record, seenNanos, beginMs));
            records.records(TOPICS.get(1)).forEach(record -> plan(record, seenNanos));
        }
    }

    private void command(ConsumerRecord<String, byte[]> record, long seenNanos, long beginMs) {
        int symbol = Market.numberOf(record.key());
        if (symbol >= 0) {
            StopCommand command = commands.deserialize(record.topic(), record.value());
            if (command != null && command.action() == Action.MOVE) {
                schedule.ofPrice(symbol, command.time() - beginMs).ifPresent(due -> answers.command(due, seenNanos));
            }
        }
    }

    private void plan(ConsumerRecord<String, byte[]> record, long seenNanos) {
        long fill = Generator.fillOf(record.key());
        schedule.ofFill(fill).filter(due -> planned.add(fill)).ifPresent(due -> answers.plan(due, seenNanos));
    }
}
