package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.flow.DeadLetter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters to their topics. A letter and its marker are in one transaction: both are there, or none. Everybody who redrives has the
 * same transactional id, so a second call stops the first one at its next transaction, and sees the markers of what it has sent.
 */
final class RedriveProducer implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "exit-brain-redrive";
    /** A dead letter contains a whole input. */
    private static final int MAX_REQUEST_BYTES = 5 * 1024 * 1024;

    private static final int LETTERS_PER_TRANSACTION = 100;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private record Sent(Letter letter, Future<RecordMetadata> where, Future<RecordMetadata> marker) {}

    private final KafkaProducer<byte[], byte[]> producer;
    private final PrintWriter out;
    private final List<Sent> open = new ArrayList<>();
    private long sent;

    private RedriveProducer(KafkaProducer<byte[], byte[]> producer, PrintWriter out) {
        this.producer = producer;
        this.out = out;
    }

    static RedriveProducer open(Properties client, PrintWriter out) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new RedriveProducer(producer, out);
        } catch (KafkaException failure) {
            producer.close(CLOSE_WITHIN);
            throw failed(nothingSent("cannot begin to send", failure), failure);
        }
    }

    void send(Letter letter) {
        try {
            if (open.isEmpty()) {
                producer.beginTransaction();
            }
            open.add(new Sent(letter, producer.send(redriven(letter)), producer.send(marker(letter))));
        } catch (KafkaException failure) {
            throw failed(nothingSent("cannot send " + letter.coordinates(), failure), failure);
        }
        if (open.size() >= LETTERS_PER_TRANSACTION) {
            commit();
        }
    }

    private ProducerRecord<byte[], byte[]> redriven(Letter letter) {
        int partitions = producer.partitionsFor(letter.topic()).size();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                letter.topic(), partition(letter, partitions), letter.timestamp(), letter.key(), letter.value());
        record.headers().add(Letter.OF_LETTER, bytes(letter.coordinates()));
        return record;
    }

    /** The partition of the key, as the engine counts it. A record without a key goes to the partition it came on. */
    private static int partition(Letter letter, int partitions) {
        byte[] key = letter.key();
        return key == null ? letter.partition().orElse(0) % partitions : SymbolPartition.of(key, partitions);
    }

    private static ProducerRecord<byte[], byte[]> marker(Letter letter) {
        ProducerRecord<byte[], byte[]> marker =
                new ProducerRecord<>(Coordinates.TOPIC, letter.coordinates().partition(), letter.key(), null);
        marker.headers().add(DeadLetter.KIND, bytes(DeadLetter.MARKER));
        marker.headers().add(Letter.OF_LETTER, bytes(letter.coordinates()));
        return marker;
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Commits what was sent since the last commit, and prints a line for each letter. */
    void commit() {
        if (open.isEmpty()) {
            return;
        }
        try {
            producer.commitTransaction();
        } catch (KafkaException failure) {
            throw failed(commitFailed(open.size(), failure), failure);
        }
        open.forEach(each -> out.printf("%s sent to %s%n", each.letter().coordinates(), place(each)));
        out.flush();
        sent += open.size();
        open.clear();
    }

    private static String place(Sent each) {
        try {
            RecordMetadata where = each.where().get();
            return "%s-%d@%d".formatted(where.topic(), where.partition(), where.offset());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a committed record was not sent", impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return each.letter().topic();
        }
    }

    /** The letters in committed transactions. */
    long sent() {
        return sent;
    }

    private static String nothingSent(String what, KafkaException failure) {
        return "%s: %s; nothing of it was sent".formatted(what, text(failure));
    }

    /** A commit that got no answer in time may have been made. */
    private static String commitFailed(int letters, KafkaException failure) {
        return failure instanceof TimeoutException
                ? "the commit of %d records got no answer: %s; list shows whether they were redriven"
                        .formatted(letters, text(failure))
                : nothingSent("cannot send %d records".formatted(letters), failure);
    }

    private static String text(KafkaException failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private static DeadLettersFailed failed(String sentence, KafkaException failure) {
        return new DeadLettersFailed(sentence, failure);
    }

    @Override
    public void close() {
        if (!open.isEmpty()) {
            abort();
        }
        producer.close(CLOSE_WITHIN);
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException alreadyReported) {
            // the broker ends the transaction by itself after its timeout
        }
    }
}
