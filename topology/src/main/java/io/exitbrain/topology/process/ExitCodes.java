package io.exitbrain.topology.process;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Prints why a command failed and returns its exit code: 2 for wrong usage, 1 for everything else. The message is enough for a user where
 * the failure is of a known kind; an unexpected one needs its stack trace.
 *
 * @param wrongUsage the kinds of failures that the user can mend
 * @param expected the other known kinds, such as brokers that do not answer
 */
public record ExitCodes(Set<Class<? extends Exception>> wrongUsage, Set<Class<? extends Exception>> expected)
        implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    public ExitCodes {
        wrongUsage = Set.copyOf(wrongUsage);
        expected = Set.copyOf(expected);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean isWrongUsage = isAny(wrongUsage, failure);
        if (isWrongUsage || isAny(expected, failure)) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return isWrongUsage ? USAGE : FAILED;
    }

    private static boolean isAny(Set<Class<? extends Exception>> kinds, Exception failure) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(failure));
    }
}
