package io.exitbrain.benchmarks;

import picocli.CommandLine;

/** Runs the command {@code bench}. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return FAILED;
                })
                .execute(args));
    }
}
