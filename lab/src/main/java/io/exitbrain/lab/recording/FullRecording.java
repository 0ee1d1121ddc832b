package io.exitbrain.lab.recording;

import io.exitbrain.topology.replay.OutputFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** A recording of the inputs and of what the engine wrote, in a file that the lab and the audit read. The file is there once it is whole. */
public final class FullRecording implements AutoCloseable {

    private final Path path;
    private final OutputFile file;

    private FullRecording(Path path, OutputFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * The topics, the time and the engine of a recording.
     *
     * @param since the records from this time on
     * @param until the records before this time; empty = everything that is committed now
     * @param applicationId the inputs end where this engine has committed them
     */
    public record Range(Instant since, Optional<Instant> until, String applicationId) {}

    /** A recording into {@code path}, gzip if its name ends with {@code .gz}; throws {@link OutputFile.NotWritable} before anything is read. */
    public static FullRecording into(Path path) throws OutputFile.NotWritable {
        return new FullRecording(path, OutputFile.at(path));
    }

    /**
     * Copies the records of {@code range} from the brokers of {@code client} and puts the file in its place.
     *
     * @param progress takes a sentence once a second
     * @return sentences on how many records there are, and on what is missing
     * @throws UncheckedIOException the file cannot be written
     */
    public List<String> write(Properties client, Range range, Consumer<String> progress) {
        Recording.Request request = new Recording.Request(
                RecordedTopics.of(List.of(), true), range.since(), range.until(), range.applicationId());
        try {
            Recording.Result result =
                    Recording.write(client, request, new Progress(System::nanoTime, progress), file.writer());
            file.complete();
            return result.sentences(path);
        } catch (OutputFile.NotWritable unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Removes what was written if the recording is not whole. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(FileFault.of(path, failure), failure);
        }
    }
}
