package io.exitbrain.lab.command;

import io.exitbrain.lab.recording.FullRecording;
import io.exitbrain.lab.terminal.StatusLine;
import io.exitbrain.topology.options.Connection;
import io.exitbrain.topology.options.MomentConverter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the records of a run come from: recordings, or topics that are recorded first. */
final class LabInput {

    @Option(
            names = "--in",
            description = "A recording, see exit-brain record --help; .gz too. Several are read in the given order.")
    private List<Path> recordings = new ArrayList<>();

    @Option(
            names = "--from-topics",
            description = "In place of --in: record the topics from --since on into a temporary file, and read that.")
    private boolean isFromTopics;

    @Option(
            names = "--since",
            converter = MomentConverter.class,
            description =
                    "With --from-topics, from this time on: 2025-11-24T16:00:00Z, 2025-11-24 (midnight UTC), or 2d for two days ago.")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--until",
            converter = MomentConverter.class,
            description = "With --from-topics, only before this time; as --since. Default: what is committed now.")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--application-id",
            description =
                    "With --from-topics, the inputs end where this engine has committed them; default ${DEFAULT-VALUE}.")
    private String applicationId = "exit-brain";

    @Mixin
    private Connection connection = new Connection();

    /** The files of the run; throws {@link ParameterException} if the options do not say one place. */
    LabSource source(CommandLine command) {
        wrongUsage().ifPresent(fault -> {
            throw new ParameterException(command, fault);
        });
        return isFromTopics ? LabSource.ofTopics(this::record) : LabSource.ofFiles(recordings);
    }

    private Optional<String> wrongUsage() {
        if (isFromTopics != recordings.isEmpty()) {
            return Optional.of("either --in or --from-topics must say where the records are");
        }
        if (isFromTopics && since.isEmpty()) {
            return Optional.of("--from-topics needs --since");
        }
        if (!isFromTopics && (since.isPresent() || until.isPresent())) {
            return Optional.of("--since and --until are for --from-topics; a recording is read whole");
        }
        return until.filter(end -> !end.isAfter(since.orElseThrow())).map(end -> "--until must be after --since");
    }

    /** Writes the records into {@code file} and says how many there are, and what is missing. */
    private List<String> record(FullRecording file, Consumer<String> progress) {
        return file.write(
                connection.client(), new FullRecording.Range(since.orElseThrow(), until, applicationId), progress);
    }

    /** Records what is in the topics, if the records come from there; shows the progress on a terminal. */
    static void prepare(LabSource source, PrintWriter err) {
        StatusLine status = StatusLine.on(err);
        List<String> sentences = source.prepare(status::show);
        status.clear();
        sentences.forEach(err::println);
    }
}
