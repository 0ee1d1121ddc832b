package io.exitbrain.benchmarks.latency;

import io.exitbrain.benchmarks.report.MeasuredLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The main class of the JVM that generates the load and observes the answers. */
public final class LatencyChild {

    private static final long LEAD_MS = 200;
    private static final long LATE_MS = 2_000;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final int USAGE = 2;

    private LatencyChild() {}

    /** The arguments of {@link #main}: for each of {@code rates} a phase of warm-up and a measured phase. */
    public static List<String> arguments(
            String bootstrapServers, int symbols, int warmUpSeconds, int measuredSeconds, List<Integer> rates) {
        List<String> arguments =
                new ArrayList<>(List.of(bootstrapServers, "" + symbols, "" + warmUpSeconds, "" + measuredSeconds));
        rates.forEach(rate -> arguments.add("" + rate));
        return arguments;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 5) {
            System.err.println(
                    "needs bootstrap servers, symbols, seconds of warm-up, seconds measured, prices per second ...");
            System.exit(USAGE);
        }
        List<Integer> numbers =
                List.of(arguments).stream().skip(1).map(Integer::parseInt).toList();
        List<Phase> phases = phases(numbers.get(1), numbers.get(2), numbers.subList(3, numbers.size()));
        Schedule schedule = new Schedule(phases, numbers.get(0));
        AnswerTimes answers = new AnswerTimes(schedule);
        run(arguments[0], schedule, answers);
        print(answers);
    }

    private static void print(AnswerTimes answers) {
        answers.all()
                .forEach((group, measured) -> measured.forEach(
                        (measure, value) -> System.out.println(MeasuredLines.line(group, measure, value))));
    }

    /** The first rate has the full warm-up; each later one a fifth of it. */
    private static List<Phase> phases(int warmUpSeconds, int measuredSeconds, List<Integer> rates) {
        List<Phase> phases = new ArrayList<>();
        int warmUp = warmUpSeconds;
        for (int rate : rates) {
            phases.add(new Phase(rate, warmUp, false));
            phases.add(new Phase(rate, measuredSeconds, true));
            warmUp = Math.max(1, warmUpSeconds / 5);
        }
        return phases;
    }

    private static void run(String bootstrapServers, Schedule schedule, AnswerTimes answers)
            throws InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers);
                KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers)) {
            Observer observer = new Observer(consumer, schedule, answers);
            producer.partitionsFor("mark-prices");
            observer.awaitFirst(() -> probe(producer));
            long beginNanos = System.nanoTime() + LEAD_MS * NANOS_PER_MS;
            long beginMs = System.currentTimeMillis() + LEAD_MS;
            Thread generating = new Thread(new Generator(producer, schedule, beginNanos, beginMs)::run, "generator");
            generating.start();
            observer.run(beginNanos, beginMs, LATE_MS);
            generating.join();
        }
    }

    /** A fill of a new symbol. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void probe(KafkaProducer<String, byte[]> producer) {
        String symbol = Generator.PROBE + System.nanoTime();
        byte[] fill = "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>("order-fills", symbol, fill));
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
