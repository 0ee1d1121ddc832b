package io.exitbrain.audit.command;

import io.exitbrain.audit.AuditSettings;
import io.exitbrain.audit.Auditor;
import io.exitbrain.audit.Verdict;
import io.exitbrain.audit.VerdictJson;
import io.exitbrain.audit.VerdictText;
import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.record.RecordFiles;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: proves or refutes the invariants from topics or files. */
@Command(
        name = "exit-brain audit",
        description = {
            "Check from inputs and outputs alone that no invariant was broken: every open position has one plan and one "
                    + "stop on all of it, no stop loosens, no command is larger than the position, and so on (docs/audit.md).",
            "The model of the audit is its own. It does not use the rules of the engine.",
            "",
            "From topics: what the engine has committed until now; with --follow also what comes later.",
            "From files: JSON lines as replay reads and writes them, .gz too. In one file each output stands after its "
                    + "input. With several files, such as the input and the output of a replay, the causes in exit-events count."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no violation",
            "1:violations, or the brokers did not answer",
            "2:wrong usage, policy, file or line"
        })
final class AuditCommand implements Callable<Integer> {

    private static final String LOCAL = "localhost:9092";

    @Spec
    private CommandSpec spec;

    @Option(names = "--bootstrap-server", description = "The brokers; default " + LOCAL + ".")
    private Optional<String> bootstrapServer = Optional.empty();

    @Option(names = "--command-config", description = "Properties of the clients, such as SASL and TLS.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(
            names = "--application-id",
            description =
                    "The application id of the engine: what its group has committed is judged. Default: exit-brain, in shadow mode exit-brain-shadow.")
    private Optional<String> applicationId = Optional.empty();

    @Option(names = "--records", description = "A file of records instead of topics; may be given more than once.")
    private List<Path> records = List.of();

    @Option(
            names = "--follow",
            description = "Go on, and print each violation as it comes; Ctrl-C ends it with the verdict.")
    private boolean follow;

    @Option(names = "--policy", description = "The policy file of the engine; default: the built-in numbers.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--no-rederivation",
            description = "Do not run the inputs through the rules again. The audit is faster and gives no warnings.")
    private boolean skipsRederivation;

    @Option(
            names = "--json",
            description = "JSON instead of text: with --follow a line for each violation, then the verdict.")
    private boolean json;

    @Override
    public Integer call() {
        boolean isOfTopics = bootstrapServer.isPresent() || commandConfig.isPresent() || follow;
        if (!records.isEmpty() && isOfTopics) {
            throw new ParameterException(
                    spec.commandLine(), "--records excludes --bootstrap-server, --command-config and --follow");
        }
        Policy rules = policy.map(AuditCommand::policyAt).orElse(Policy.DEFAULT);
        AuditSettings settings = new AuditSettings(rules, !skipsRederivation, this::tell);
        Verdict verdict = records.isEmpty() ? ofTopics(settings) : ofFiles(settings);
        return verdict.isClean() ? 0 : 1;
    }

    private Verdict ofFiles(AuditSettings settings) {
        RecordFiles files = new RecordFiles(records);
        if (!files.haveCoordinates()) {
            try (Auditor auditor = Auditor.ofLines(settings)) {
                files.inOrder(auditor::feed);
                return finished(auditor);
            }
        }
        RecordFiles.Extent extent = files.extent();
        try (Auditor auditor = Auditor.ofTopics(settings, extent::isBeyond)) {
            extent.begins().forEach(begin -> auditor.beginsInTheMiddle(begin.topic(), begin.partition()));
            files.byTime(auditor::feed);
            return finished(auditor);
        }
    }

    private Verdict finished(Auditor auditor) {
        auditor.finish();
        Verdict verdict = auditor.verdict();
        print(verdict);
        return verdict;
    }

    private void print(Verdict verdict) {
        print(json ? VerdictJson.of(verdict) + "\n" : VerdictText.of(verdict));
    }

    private Verdict ofTopics(AuditSettings settings) {
        TopicAudit audit =
                new TopicAudit(bootstrapServer.orElse(LOCAL), commandConfig, applicationId, settings, this::warn);
        return audit.run(follow, this::print);
    }

    /** With {@code --follow} each violation is printed when it is found. */
    private void tell(Finding finding) {
        if (follow) {
            print((json ? VerdictJson.lineOf(finding) : VerdictText.of(finding)) + "\n");
        }
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static Policy policyAt(Path file) {
        try {
            return PolicyFile.at(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--policy: " + FileFault.of(file, unreadable), unreadable);
        }
    }
}
