package io.exitbrain.benchmarks.candidates;

import io.exitbrain.benchmarks.report.Measured;
import java.nio.file.Path;
import java.time.Duration;

/** The main class of a candidate's JVM. */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Child() {}

    /** {@code candidate bootstrap-servers application-id state-dir prices} */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 5) {
            System.err.println("needs candidate, bootstrap servers, application id, state folder, prices");
            System.exit(USAGE);
        }
        // a candidate whose thread dies would be waited for in vain
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        });
        Setup setup = new Setup(arguments[1], arguments[2], Path.of(arguments[3]));
        measure(Kind.named(arguments[0]), setup, Long.parseLong(arguments[4]));
        System.exit(0);
    }

    private static void measure(Kind kind, Setup setup, long prices) throws InterruptedException {
        try (Candidate candidate = kind.start(setup)) {
            await(candidate, Math.round(prices * Meter.WARM_UP), WARM_UP);
            Meter meter = Meter.start(candidate.prices(), candidate.commands());
            await(candidate, prices, MEASURED);
            meter.stop(candidate.prices(), candidate.commands())
                    .forEach((measure, value) -> System.out.println(Measured.line(measure, value)));
        }
    }

    /** Until so many prices are read, or {@code enough} has passed since the first: the slow ones need not read all. */
    private static void await(Candidate candidate, long prices, Duration enough) throws InterruptedException {
        long first = System.nanoTime();
        while (candidate.prices() < prices && System.nanoTime() - first < enough.toNanos()) {
            first = candidate.prices() == 0 ? System.nanoTime() : first;
            if (candidate.hasEnded()) {
                throw new IllegalStateException("it ended after %d prices".formatted(candidate.prices()));
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
