package io.exitbrain.benchmarks.candidates;

import java.nio.file.Path;
import java.time.Duration;

/** The main class of a candidate that runs until its JVM is ended. */
public final class ServingChild {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private ServingChild() {}

    /** {@code candidate bootstrap-servers application-id state-dir} */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 4) {
            System.err.println("needs candidate, bootstrap servers, application id, state folder");
            System.exit(USAGE);
        }
        Setup setup = new Setup(arguments[1], arguments[2], Path.of(arguments[3]));
        try (Candidate candidate = Kind.valueOf(arguments[0]).start(setup)) {
            while (!candidate.hasEnded()) {
                Thread.sleep(LOOK.toMillis());
            }
        }
        System.exit(FAILED);
    }
}
