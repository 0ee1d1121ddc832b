package io.exitbrain.lab.command;

import io.exitbrain.lab.recording.FullRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The recordings that a run reads. A recording of topics is a temporary file, which is deleted at the end. */
final class LabSource implements AutoCloseable {

    private static final String NAME = "topics.jsonl.gz";

    private final List<Path> files;
    private final Optional<Recorder> recorder;

    private LabSource(List<Path> files, Optional<Recorder> recorder) {
        this.files = List.copyOf(files);
        this.recorder = recorder;
    }

    /** Records topics. */
    @FunctionalInterface
    interface Recorder {

        /** Writes {@code file} and returns sentences about it; {@code progress} takes a sentence once a second. */
        List<String> record(FullRecording file, Consumer<String> progress);
    }

    static LabSource ofFiles(List<Path> files) {
        return new LabSource(files, Optional.empty());
    }

    static LabSource ofTopics(Recorder recorder) {
        try {
            Path folder = Files.createTempDirectory("exit-brain-lab");
            // Ctrl-C ends the process without a close
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "exit-brain-lab-closing"));
            return new LabSource(List.of(folder.resolve(NAME)), Optional.of(recorder));
        } catch (IOException full) {
            throw new UncheckedIOException("--from-topics: there is no place for a temporary file", full);
        }
    }

    List<Path> files() {
        return files;
    }

    /** The folder in which a run is remembered: that of the first recording, or the current one. */
    Path folder() {
        Path working = Path.of("");
        return isTemporary()
                ? working
                : Optional.ofNullable(files.get(0).getParent()).orElse(working);
    }

    private boolean isTemporary() {
        return recorder.isPresent();
    }

    /** Records the topics, if the records come from there; returns sentences about the recording. */
    List<String> prepare(Consumer<String> progress) {
        return recorder.map(topics -> recorded(topics, progress)).orElse(List.of());
    }

    private List<String> recorded(Recorder topics, Consumer<String> progress) {
        try (FullRecording recording = FullRecording.into(files.get(0))) {
            return topics.record(recording, progress);
        } catch (IOException notWritable) {
            throw new UncheckedIOException("--from-topics: " + notWritable.getMessage(), notWritable);
        }
    }

    @Override
    public void close() {
        if (isTemporary()) {
            delete(files.get(0).resolveSibling(""));
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + folder, failed);
        }
    }
}
