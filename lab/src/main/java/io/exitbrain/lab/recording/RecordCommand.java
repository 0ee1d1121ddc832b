package io.exitbrain.lab.recording;

import io.exitbrain.lab.terminal.StatusLine;
import io.exitbrain.topology.options.Connection;
import io.exitbrain.topology.options.MomentConverter;
import io.exitbrain.topology.replay.OutputFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code record}: copies topics into a file before the retention deletes them. */
@Command(
        name = "record",
        description = {
            "Copy what is committed on the topics into a file of JSON lines that replay reads, in the order of the times "
                    + "(docs/recording.md).",
            "instruments and exit-context are always written, and from their begin: a position that was open before --since "
                    + "needs them."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the brokers did not answer or refused, or a topic does not exist",
            "2:wrong usage or settings, or --out is not writable"
        })
public final class RecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--since",
            required = true,
            converter = MomentConverter.class,
            description = "From this time on: 2025-11-24T16:00:00Z, 2025-11-24 (midnight UTC), or 2d for two days ago.")
    private Instant since = Instant.EPOCH;

    @Option(
            names = "--until",
            converter = MomentConverter.class,
            description = "Only before this time; as --since. Default: what is committed when the command begins.")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--topics",
            split = ",",
            description = "Which topics, with commas between; default: the inputs that exist, but for exchange-events.")
    private List<String> topics = List.of();

    @Option(
            names = "--with-outputs",
            description = "Also what the engine wrote, each record with its partition and offset: for the audit.")
    private boolean hasOutputs;

    @Option(
            names = "--application-id",
            description = "With outputs the inputs end where this engine has committed them; default ${DEFAULT-VALUE}.")
    private String applicationId = "exit-brain";

    @Option(
            names = "--out",
            required = true,
            description =
                    "The file; gzip if its name ends with .gz. An existing file is replaced at the end; after a fault it "
                            + "stays as it was.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Recording.Request request = new Recording.Request(chosen(), since, until, applicationId);
        if (until.filter(end -> !end.isAfter(since)).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--until must be after --since");
        }
        Properties client = connection.client();
        try (OutputFile file = OutputFile.at(out)) {
            StatusLine status = StatusLine.on(err());
            Progress progress = new Progress(System::nanoTime, status::show);
            Recording.Result result = Recording.write(client, request, progress, file.writer());
            file.complete();
            status.clear();
            tell(result);
            return 0;
        } catch (OutputFile.NotWritable unusable) {
            throw new UncheckedIOException("--out: " + unusable.getMessage(), unusable);
        } catch (IOException failure) {
            throw new UncheckedIOException("--out: " + FileFault.of(out, failure), failure);
        }
    }

    private RecordedTopics chosen() {
        try {
            return RecordedTopics.of(topics, hasOutputs);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--topics " + unknown.getMessage(), unknown);
        }
    }

    private void tell(Recording.Result result) {
        result.sentences(out).forEach(err()::println);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
