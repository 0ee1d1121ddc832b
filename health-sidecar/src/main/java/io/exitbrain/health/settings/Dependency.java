package io.exitbrain.health.settings;

import io.exitbrain.access.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * A system that the service needs.
 *
 * @param isCritical whether the service is DOWN without it
 * @param timeout of a probe
 * @param degradedAbove a slower answer is DEGRADED
 * @param mask why the dependency is NOT_APPLICABLE, if it is configured so
 * @param needsBodyStatus whether the body of an HTTP answer must contain a status
 * @param token sent with a probe over HTTP
 * @param kafka the requirements, if the dependency is a Kafka cluster
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
        Optional<Token> token,
        KafkaRequirements kafka) {}
