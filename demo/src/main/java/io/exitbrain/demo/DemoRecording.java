package io.exitbrain.demo;

import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.lab.recording.FullRecording;
import io.exitbrain.topology.brokers.ClientProperties;
import io.exitbrain.topology.replay.OutputFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that the topics of a demo hold, in a file; or nothing, if nobody asked for it. */
final class DemoRecording implements AutoCloseable {

    /** The consumer group of the engine of the demo. */
    private static final String ENGINE = "exit-brain";

    private final Optional<FullRecording> recording;
    private final Path file;

    private DemoRecording(Optional<FullRecording> recording, Path file) {
        this.recording = recording;
        this.file = file;
    }

    /** Throws {@link IllegalArgumentException} if the file is not writable. */
    static DemoRecording into(Optional<Path> file) {
        return file.map(DemoRecording::into).orElseGet(() -> new DemoRecording(Optional.empty(), Path.of("")));
    }

    private static DemoRecording into(Path file) {
        try {
            return new DemoRecording(Optional.of(FullRecording.into(file)), file);
        } catch (OutputFile.NotWritable unusable) {
            throw new IllegalArgumentException("--record: " + unusable.getMessage(), unusable);
        }
    }

    /** Has the topics keep what will be recorded. */
    void prepare(EmbeddedBroker broker) {
        if (recording.isPresent()) {
            TopicSetup.keepEveryRecord(broker);
        }
    }

    /** Writes the file once the engine has stopped and has committed what it read. */
    void write(EmbeddedBroker broker, Screen screen) {
        recording.ifPresent(full -> tell(
                full.write(
                        ClientProperties.of(broker.bootstrapServers(), Optional.empty()),
                        new FullRecording.Range(Instant.EPOCH, Optional.empty(), ENGINE),
                        sentence -> {}),
                screen));
    }

    private void tell(List<String> sentences, Screen screen) {
        sentences.forEach(sentence -> screen.line(Paint.NEWS, "recorded: " + sentence));
        screen.line(Paint.PLAIN, "  next    ./exit-brain lab --in %s --out lab.html".formatted(file));
    }

    @Override
    public void close() {
        recording.ifPresent(FullRecording::close);
    }
}
