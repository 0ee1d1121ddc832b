package io.exitbrain.benchmarks.candidates;

import io.exitbrain.benchmarks.report.MeasuredLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The main class of the JVM of a candidate. */
public final class CandidateChild {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration SERVING_POLL = Duration.ofMillis(100);
    private static final Duration MAX_WARM_UP = Duration.ofSeconds(15);
    private static final Duration MAX_MEASURED = Duration.ofSeconds(10);
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private CandidateChild() {}

    /** The arguments of {@link #main} to measure the candidate while it reads {@code prices}. */
    public static List<String> measuring(Kind kind, Setup setup, long prices) {
        return List.of(
                kind.name(),
                setup.bootstrapServers(),
                setup.applicationId(),
                setup.stateDir().toString(),
                "" + prices);
    }

    /** The arguments of {@link #main} to run the candidate until its JVM is stopped. */
    public static List<String> serving(Kind kind, Setup setup) {
        return List.of(
                kind.name(),
                setup.bootstrapServers(),
                setup.applicationId(),
                setup.stateDir().toString());
    }

    /** {@code candidate bootstrap-servers application-id state-dir [prices]} */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 4 && arguments.length != 5) {
            System.err.println(
                    "needs candidate, bootstrap servers, application id, state folder and, to measure, prices");
            System.exit(USAGE);
        }
        endWithAnyThread();
        Kind kind = Kind.valueOf(arguments[0]);
        Setup setup = new Setup(arguments[1], arguments[2], Path.of(arguments[3]));
        if (arguments.length == 4) {
            serve(kind, setup);
            System.exit(FAILED);
        }
        measure(kind, setup, Long.parseLong(arguments[4]));
        System.exit(0);
    }

    /** A candidate with a dead thread makes no progress: waiting for it would be in vain. */
    private static void endWithAnyThread() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        });
    }

    private static void serve(Kind kind, Setup setup) throws InterruptedException {
        try (Candidate candidate = kind.start(setup)) {
            while (!candidate.hasEnded()) {
                Thread.sleep(SERVING_POLL.toMillis());
            }
        }
    }

    private static void measure(Kind kind, Setup setup, long prices) throws InterruptedException {
        try (Candidate candidate = kind.start(setup)) {
            await(candidate, Math.round(prices * Meter.WARM_UP), MAX_WARM_UP);
            Meter meter = Meter.start(candidate.prices(), candidate.commands());
            await(candidate, prices, MAX_MEASURED);
            meter.stop(candidate.prices(), candidate.commands())
                    .forEach((measure, value) -> System.out.println(MeasuredLines.line(measure, value)));
        }
    }

    /** Waits until {@code prices} are read, but at most {@code max} after the first one: a slow candidate need not read all. */
    private static void await(Candidate candidate, long prices, Duration max) throws InterruptedException {
        long first = System.nanoTime();
        while (candidate.prices() < prices && System.nanoTime() - first < max.toNanos()) {
            first = candidate.prices() == 0 ? System.nanoTime() : first;
            if (candidate.hasEnded()) {
                throw new IllegalStateException("it ended after %d prices".formatted(candidate.prices()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
