package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.topics.Answer;
import io.exitbrain.audit.topics.Begins;
import io.exitbrain.audit.topics.EngineTopics;
import io.exitbrain.audit.topics.Horizon;
import io.exitbrain.audit.topics.MergedReader;
import io.exitbrain.audit.topics.TopicRecord;
import io.exitbrain.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One recording: reads the topics once, up to an end that is fixed when it begins, and writes a line for each record. */
final class Recording {

    private final EngineTopics topics;
    private final boolean hasOutputs;
    private final Horizon horizon;
    private final Begins begins;
    private final Tables tables = new Tables();
    private final Gaps gaps;
    private final Progress progress;
    private final Writer out;
    private long written;

    /**
     * What is recorded.
     *
     * @param since the records from this time on
     * @param until the records before this time; empty = everything that is committed now
     * @param applicationId with outputs the inputs end where this engine has committed them
     */
    record Request(RecordedTopics topics, Instant since, Optional<Instant> until, String applicationId) {}

    /**
     * What was recorded.
     *
     * @param remarks sentences on what is missing or stands at another time
     */
    record Result(long records, Set<String> topics, List<String> remarks) {

        /** How many records of which topics are in {@code file}, then the remarks. */
        List<String> sentences(Path file) {
            List<String> sentences = new ArrayList<>();
            sentences.add("%,d records of %s in %s".formatted(records, String.join(", ", topics), file));
            sentences.addAll(remarks);
            return sentences;
        }
    }

    private Recording(Admin admin, Request request, Progress progress, Writer out) {
        Set<String> existing = Answer.of(admin.listTopics().names());
        this.topics = EngineTopics.named(admin, Topics.live(), request.topics().on(existing));
        this.hasOutputs = request.topics().hasOutputs();
        this.horizon = horizon(admin, request);
        this.begins = Begins.of(admin, topics, request.since(), horizon);
        this.gaps = new Gaps(begins.headless());
        this.progress = progress;
        this.out = out;
    }

    /** Writes the records to {@code out}; throws {@link UncheckedIOException} if that fails. */
    static Result write(Properties client, Request request, Progress progress, Writer out) {
        try (Admin admin = Admin.create(client)) {
            Recording recording = new Recording(admin, request, progress, out);
            recording.read(client);
            return recording.result();
        }
    }

    private Horizon horizon(Admin admin, Request request) {
        Horizon now =
                hasOutputs ? Horizon.now(admin, topics, request.applicationId()) : Horizon.ofCommitted(admin, topics);
        return request.until()
                .map(until -> now.before(Begins.offsetsAt(admin, topics.all(), until)))
                .orElse(now);
    }

    private void read(Properties client) {
        topics.all()
                .forEach(partition -> progress.expects(
                        partition.topic(), partition.partition(), begins.offset(partition), horizon.end(partition)));
        try (MergedReader reader = MergedReader.open(client, topics.all(), this::taken)) {
            reader.seek(begins.offsets());
            reader.read(topics.globals(), horizon, tables::add);
            reader.read(topics.all(), horizon, this::write);
            tables.rest(this::writeLine);
        }
    }

    private Optional<AuditRecord> taken(ConsumerRecord<byte[], byte[]> source, long timeMs) {
        AuditRecord record = TopicRecord.of(source, timeMs);
        progress.read(record.coordinates().orElseThrow());
        boolean isLeftOut = hasOutputs
                ? topics.isSentOn(source) || TopicRecord.isMarker(source)
                : record.origin().filter(this::isRecorded).isPresent();
        return isLeftOut ? Optional.empty() : Optional.of(record);
    }

    /** Whether the record at {@code coordinates} is in the recording, too. */
    private boolean isRecorded(Coordinates coordinates) {
        TopicPartition partition = new TopicPartition(coordinates.topic(), coordinates.partition());
        return topics.all().contains(partition)
                && coordinates.offset() >= begins.offset(partition)
                && coordinates.offset() < horizon.end(partition);
    }

    private void write(AuditRecord record) {
        tables.before(record, this::writeLine);
        gaps.saw(record);
        writeLine(record);
    }

    private void writeLine(AuditRecord record) {
        try {
            out.write(hasOutputs ? RecordedLine.withCoordinates(record) : RecordedLine.forReplay(record));
            out.write('\n');
            written++;
        } catch (IOException failure) {
            throw new UncheckedIOException("--out cannot be written: " + failure.getMessage(), failure);
        }
    }

    private Result result() {
        List<String> remarks = new ArrayList<>(gaps.sentences());
        if (tables.lifted() > 0) {
            remarks.add(
                    "instruments: the first entries of %d symbols are younger than the first record; they stand at the begin"
                            .formatted(tables.lifted()));
        }
        return new Result(written, topics.names(), remarks);
    }
}
