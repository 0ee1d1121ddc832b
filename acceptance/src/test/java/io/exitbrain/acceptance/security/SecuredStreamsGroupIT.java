package io.exitbrain.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.engine.TopicClient;
import io.exitbrain.topology.brokers.StreamsGroup;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines with the streams protocol, and with the rights that docs/security.md lists for it. */
@Timeout(180)
class SecuredStreamsGroupIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String USER = "engine";
    private static final String GROUP = "exit-brain";
    private static final List<String> USERS = List.of(USER, "poor-1", "poor-2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SecuredBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static TopicClient topics;

    @BeforeAll
    static void start() {
        broker = SecuredBroker.start(folder, USERS);
        try (Admin admin = Admin.create(broker.adminClient())) {
            new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
        }
        topics = new TopicClient(broker.adminClient());
    }

    @AfterAll
    static void stop() {
        topics.close();
        broker.close();
    }

    private static SecuredEngine engine(String user) throws IOException {
        Map<String, Object> kafka = new HashMap<>(broker.client(user));
        kafka.put("group.protocol", "streams");
        return SecuredEngine.start(folder, user, kafka);
    }

    private static List<String> refusals(SecuredEngine engine) {
        return engine.logged()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("authoriz"))
                .toList();
    }

    @Test
    void shouldSetItsGroupPlanAndCommandWithTheListedRights() throws Exception {
        broker.grant(ListedRights.of(USER));
        broker.grant(ListedRights.ofStreamsProtocol(USER));
        try (SecuredEngine engine = engine(USER)) {
            await().atMost(TIMEOUT).until(() -> engine.status("/health/ready") == 200);
            topics.send("order-fills", "SECUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
            topics.committed("exit-plans", 1, record -> "SECUSDT".equals(record.key()));
            topics.send("mark-prices", "SECUSDT", "{'p':'107'}");
            topics.committed(
                    "trailing-stop-commands", 1, record -> record.value().contains("\"PLACE\""));

            assertThat(refusals(engine)).isEmpty();
            assertThat(engine.logged()).contains("set for the group exit-brain: ");
        }
    }

    /** Without one of them the group keeps what the brokers give it. */
    @ParameterizedTest
    @CsvSource({"poor-1, GROUP, ALTER_CONFIGS", "poor-2, CLUSTER, DESCRIBE_CONFIGS"})
    void shouldNeedEachOfTheListedRightsForItsGroup(String user, ResourceType resource, AclOperation operation)
            throws Exception {
        List<AclBinding> rights = ListedRights.ofStreamsProtocol(user);
        List<AclBinding> fewer = rights.stream()
                .filter(right -> right.pattern().resourceType() != resource
                        || right.entry().operation() != operation)
                .toList();
        assertThat(fewer).hasSize(rights.size() - 1);
        broker.grant(fewer);
        forgetTheSettingsOfTheGroup();

        try (Admin admin = Admin.create(broker.client(user))) {
            StreamsGroup group = new StreamsGroup(admin, GROUP);

            assertThat(group.configure(1)).isEmpty();
            broker.grant(rights);
            await().atMost(TIMEOUT).until(() -> group.configure(1).isPresent());
        }
    }

    private static void forgetTheSettingsOfTheGroup() throws Exception {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, GROUP);
        List<AlterConfigOp> removals = Stream.of(
                        "streams.num.standby.replicas", "streams.session.timeout.ms", "streams.heartbeat.interval.ms")
                .map(name -> new AlterConfigOp(new ConfigEntry(name, null), AlterConfigOp.OpType.DELETE))
                .toList();
        try (Admin admin = Admin.create(broker.adminClient())) {
            admin.incrementalAlterConfigs(Map.of(group, removals)).all().get();
        }
    }
}
