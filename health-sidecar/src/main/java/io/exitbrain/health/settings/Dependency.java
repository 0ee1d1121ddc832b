package io.exitbrain.health.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Something the service needs.
 *
 * @param isCritical whether the service is DOWN without it
 * @param timeout in which a probe must have its answer
 * @param degradedAbove a slower answer is DEGRADED
 * @param mask why it does not apply, where somebody said so
 * @param needsBodyStatus whether an HTTP answer must say its status in its body
 * @param bus what is asked of a Kafka cluster
 */
public record Dependency(
        String name,
        Kind kind,
        Address address,
        boolean isCritical,
        Duration timeout,
        Duration degradedAbove,
        Optional<Mask> mask,
        boolean needsBodyStatus,
        Bus bus) {}
