package io.exitbrain.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Engines that log in with SCRAM-SHA-512 over TLS, as the example in docs/security.md does. */
@Timeout(180)
class ScramIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String USER = "scram-engine";
    private static final String WRONG_PASSWORD = "a-wrong-password-1147";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SecuredBroker broker;

    @BeforeAll
    static void start() {
        broker = SecuredBroker.start(folder, List.of());
        broker.addScramUser(USER);
        broker.grant(ListedRights.of(USER));
        try (Admin admin = Admin.create(broker.adminClient())) {
            new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldBecomeReadyWithThePassword() throws Exception {
        try (SecuredEngine engine =
                SecuredEngine.start(folder, "right", broker.scramClient(USER, SecuredBroker.passwordOf(USER)))) {
            await().atMost(TIMEOUT).until(() -> engine.status("/health/ready") == 200);

            assertThat(engine.logged()).doesNotContain(SecuredBroker.passwordOf(USER));
        }
    }

    @Test
    void shouldSayThatThePasswordIsWrong() throws Exception {
        try (SecuredEngine engine = SecuredEngine.start(folder, "wrong", broker.scramClient(USER, WRONG_PASSWORD))) {
            assertThat(engine.process().waitFor(60, TimeUnit.SECONDS))
                    .as(engine.logged())
                    .isTrue();

            assertThat(engine.process().exitValue()).isEqualTo(1);
            assertThat(engine.logged().lines())
                    .filteredOn(line -> line.contains("refuse the connection: "))
                    .singleElement()
                    .asString()
                    .contains("invalid credentials with SASL mechanism SCRAM-SHA-512");
            assertThat(engine.logged())
                    .doesNotContain("\tat ")
                    .doesNotContain(WRONG_PASSWORD, SecuredBroker.passwordOf(USER));
        }
    }
}
