package io.exitbrain.chaos;

import io.exitbrain.broker.ExitCodes;
import io.exitbrain.chaos.blow.BlowKind;
import io.exitbrain.topology.options.DurationConverter;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Starts the command {@code chaos}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ChaosCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(BlowKind.class, Main::kind)
                .setExecutionExceptionHandler(new ExitCodes());
    }

    private static BlowKind kind(String label) {
        return Arrays.stream(BlowKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("no kind of blow, was %s; there are %s"
                        .formatted(
                                label,
                                Arrays.stream(BlowKind.values())
                                        .map(BlowKind::label)
                                        .collect(Collectors.joining(", ")))));
    }
}
