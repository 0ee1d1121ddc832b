package io.exitbrain.demo;

import io.exitbrain.demo.exchange.Feed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a demo run.
 *
 * @param length how long it runs; empty = until it is stopped
 * @param speed simulated seconds per second
 * @param brokerPort 0 = any free port
 * @param feed how the exchange speaks
 * @param record where everything that its topics hold goes at the end; empty = nowhere
 * @param grace how long the engine may take to plan the positions that are open at the start, and the records in flight at the end
 */
record DemoSettings(
        Optional<Duration> length,
        long seed,
        int speed,
        int brokerPort,
        int httpPort,
        Path data,
        Feed feed,
        Optional<Path> record,
        Duration grace) {

    /** After this time a run without an end continues at the speed of the wall clock. */
    private static final Duration MAX_RUN = Duration.ofHours(12);

    static final String POLICY_FILE = "policy.yaml";
    static final Duration DEFAULT_GRACE = Duration.ofSeconds(15);

    DemoSettings {
        if (speed < 1 || speed > 1_000) {
            throw new IllegalArgumentException("--speed must be in [1, 1000], was " + speed);
        }
        if (length.filter(asked -> asked.isNegative() || asked.isZero()).isPresent()) {
            throw new IllegalArgumentException("--for must be longer than nothing, was " + length.get());
        }
        Path emptied = data.toAbsolutePath().normalize();
        if (record.filter(file -> file.toAbsolutePath().normalize().startsWith(emptied))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "--record must not be in the folder of --data, which is emptied, was " + record.get());
        }
    }

    Path brokerData() {
        return data.resolve("broker");
    }

    Path engineData() {
        return data.resolve("engine");
    }

    Duration maxRun() {
        return length.orElse(MAX_RUN);
    }
}
