package io.exitbrain.topology.replay;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: feeds a file of records through the live topology, with deterministic output. */
@Command(
        name = "replay",
        description = {
            "Feed JSON lines through the same flow that runs live and write what it emits as JSON lines.",
            "",
            "In:  {\"topic\":\"mark-prices\",\"key\":\"BTCUSDT\",\"value\":{...},\"timestamp\":1764000000000}",
            "     null for a null key or value, \"valueText\" for text that need not be JSON,",
            "     \"valueBase64\" for bytes that need not be text,",
            "     or {\"advanceWallClockMs\":1000}",
            "Out: for each line in: exit-plans, trailing-stop-commands, exit-events, dead-letters, each in its order.",
            "Same input and policy, same bytes."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage, policy or input line"})
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, description = "The records, one JSON object a line; .gz too.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            description =
                    "Where the emitted records go. An existing file is replaced at the end; after a fault it stays as it was. "
                            + "A name that ends with .gz gets a gzip file.")
    private Path out = Path.of("");

    @Option(names = "--policy", description = "A policy file; default: the built-in numbers.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--lane",
            description =
                    "fast or plain: go through the topology that runs live, on this lane. Default: call its processors directly, which takes a small part of the time. All write the same bytes.")
    private Optional<Lane> lane = Optional.empty();

    @Override
    public Integer call() {
        Policy rules = policy.map(ReplayCommand::policyAt).orElse(Policy.DEFAULT);
        try (InputStream records = records();
                OutputFile output = OutputFile.at(out, in)) {
            try (Replay replay = replay(rules, output.writer())) {
                replay.all(records);
            }
            output.complete();
            return 0;
        } catch (OutputFile.NotWritable unusable) {
            throw new UncheckedIOException("--out: " + unusable.getMessage(), unusable);
        } catch (CharacterCodingException notText) {
            throw new UncheckedIOException("--in: " + FileFault.of(in, notText), notText);
        } catch (IOException failure) {
            throw new UncheckedIOException("replay of %s to %s failed: %s".formatted(in, out, failure), failure);
        }
    }

    private Replay replay(Policy rules, Writer output) {
        return lane.map(chosen -> Replay.through(chosen, rules, output)).orElseGet(() -> Replay.direct(rules, output));
    }

    private InputStream records() {
        try {
            return RecordFile.open(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--in: " + FileFault.of(in, unreadable), unreadable);
        }
    }

    private static Policy policyAt(Path file) {
        try {
            return PolicyFile.at(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--policy: " + FileFault.of(file, unreadable), unreadable);
        }
    }
}
