package io.exitbrain.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demo run is asked to be.
 *
 * @param length how long it runs; until it is stopped where absent
 * @param speed simulated seconds a second
 * @param brokerPort 0 = any free one
 * @param grace how long the engine may take to plan what was open before it, and what is in flight at the end
 */
record DemoSettings(
        Optional<Duration> length, long seed, int speed, int brokerPort, int httpPort, Path data, Duration grace) {

    /** How long a run without an end may go at full speed before its clock has caught up with the wall's. */
    private static final Duration LONGEST = Duration.ofHours(12);

    static final String POLICY_FILE = "policy.yaml";
    static final Duration USUAL_GRACE = Duration.ofSeconds(15);

    DemoSettings {
        if (speed < 1 || speed > 1_000) {
            throw new IllegalArgumentException("--speed must be in [1, 1000], was " + speed);
        }
        if (length.filter(asked -> asked.isNegative() || asked.isZero()).isPresent()) {
            throw new IllegalArgumentException("--for must be longer than nothing, was " + length.get());
        }
    }

    Path brokerData() {
        return data.resolve("broker");
    }

    Path engineData() {
        return data.resolve("engine");
    }

    Duration longestRun() {
        return length.orElse(LONGEST);
    }
}
