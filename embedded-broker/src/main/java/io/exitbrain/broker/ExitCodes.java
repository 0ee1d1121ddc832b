package io.exitbrain.broker;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints the message of a failure and returns the exit code: 2 for wrong usage or settings, 1 for everything else. */
public final class ExitCodes implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(failure.getMessage());
        return of(failure);
    }

    /** The exit code of a command that {@code failure} ended. */
    public static int of(Throwable failure) {
        return failure instanceof PortInUse
                        || failure instanceof FolderInUse
                        || failure instanceof IllegalArgumentException
                ? USAGE
                : FAILED;
    }
}
