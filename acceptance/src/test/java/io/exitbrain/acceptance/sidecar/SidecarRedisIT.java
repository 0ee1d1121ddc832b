package io.exitbrain.acceptance.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sidecar with a real Redis: stop and start, pause, password, slow answers. */
@Timeout(90)
class SidecarRedisIT {

    @TempDir
    private Path folder;

    @Test
    void shouldFollowRedisThroughAStopAndAStart() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                RunningSidecar sidecar = RunningSidecar.of(watching(redis.url(), ""))) {
            sidecar.awaitOk("redis");
            assertThat(sidecar.dependency("redis").path("latency_ms").isNumber())
                    .isTrue();

            redis.kill();
            sidecar.awaitDependency("redis", "DOWN", "Connection refused: localhost:" + redis.port());
            assertThat(sidecar.ask("/health").statusCode()).isEqualTo(503);

            redis.startAgain();
            sidecar.awaitOk("redis");
            assertThat(sidecar.ask("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldReportAPausedRedisAsTimeoutUntilItContinues() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                RunningSidecar sidecar = RunningSidecar.of(watching(redis.url(), ""))) {
            sidecar.awaitOk("redis");

            redis.pause();
            sidecar.awaitDependency("redis", "DOWN", "Timeout after 1 s: " + redis.url());

            redis.resume();
            sidecar.awaitOk("redis");
        }
    }

    @Test
    void shouldUseThePasswordAndNeverShowIt() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder, "--requirepass", "sesame")) {
            String withPassword = redis.url().replace("//", "//:%s@");
            try (RunningSidecar right = RunningSidecar.of(watching(withPassword.formatted("sesame"), ""))) {
                right.awaitOk("redis");
            }
            try (RunningSidecar wrong = RunningSidecar.of(watching(withPassword.formatted("simsala"), ""))) {
                wrong.awaitDependency("redis", "DOWN", "Refused (");
                assertThat(wrong.dependency("redis").path("error").asText())
                        .contains("password")
                        .endsWith(": redis://***@localhost:" + redis.port());
                assertThat(wrong.ask("/").body() + wrong.ask("/health").body()).doesNotContain("simsala");
            }
            try (RunningSidecar none = RunningSidecar.of(watching(redis.url(), ""))) {
                none.awaitDependency("redis", "DOWN", "Refused (NOAUTH Authentication required");
            }
        }
    }

    @Test
    void shouldBeDegradedWhenRedisIsSlow() throws Exception {
        try (RedisProcess redis = RedisProcess.start(folder);
                RunningSidecar sidecar = RunningSidecar.of(watching(redis.url(), ", degraded-above: 0ms"))) {
            sidecar.awaitDependency("redis", "DEGRADED", "degraded above 0 s: " + redis.url());
            assertThat(sidecar.status()).isEqualTo("DEGRADED");
            assertThat(sidecar.ask("/health").statusCode()).isEqualTo(200);
        }
    }

    private static String watching(String url, String more) {
        return """
                interval: 500ms
                dependencies: {redis: {kind: redis, address: '%s', timeout: 1s%s}}
                """.formatted(url, more);
    }
}
