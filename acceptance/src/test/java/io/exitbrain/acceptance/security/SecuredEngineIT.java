package io.exitbrain.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.acceptance.engine.TopicClient;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines with a token over TLS, on a broker with SASL_SSL, with exactly the rights that docs/security.md lists. */
@Timeout(300)
class SecuredEngineIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String USER = "engine";
    private static final List<String> POOR = List.of("poor-1", "poor-2", "poor-3", "poor-4");
    private static final List<String> SYMBOLS =
            IntStream.range(0, 12).mapToObj(i -> "SEC" + i + "USDT").toList();
    private static final List<String> SECRETS = List.of(
            SecuredEngine.TOKEN,
            SecuredBroker.STORE_PASSWORD,
            SecuredBroker.passwordOf(USER),
            SecuredBroker.passwordOf(POOR.get(0)));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SecuredBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static TopicClient topics;

    @BeforeAll
    static void start() {
        List<String> users = new ArrayList<>(POOR);
        users.add(USER);
        broker = SecuredBroker.start(folder, users);
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

    private static SecuredEngine engine(String name, String user) throws IOException {
        return SecuredEngine.start(folder, name, broker.client(user));
    }

    private static void sendPrices(String price) {
        SYMBOLS.forEach(symbol -> topics.send("mark-prices", symbol, "{'p':'" + price + "'}"));
    }

    private static void awaitCommands(String action) {
        topics.committed(
                "trailing-stop-commands",
                SYMBOLS.size(),
                record -> record.value().contains("\"" + action + "\""));
    }

    private static boolean hasAllPlans(SecuredEngine engine) throws IOException, InterruptedException {
        return engine.status("/plans") == 200
                && new ObjectMapper().readTree(engine.get("/plans").body()).size() == SYMBOLS.size();
    }

    private static boolean isOwner(SecuredEngine engine) throws IOException, InterruptedException {
        return engine.status("/plans?local=true") == 200
                && engine.get("/plans?local=true").body().contains("SEC");
    }

    @Test
    void shouldPlanCommandTakeOverAndRestoreWithTheListedRightsAndTellNoSecret() throws Exception {
        broker.grant(ListedRights.of(USER));
        try (SecuredEngine one = engine("one", USER);
                SecuredEngine two = engine("two", USER)) {
            await().atMost(TIMEOUT)
                    .until(() -> one.status("/health/ready") == 200 && two.status("/health/ready") == 200);
            SYMBOLS.forEach(symbol ->
                    topics.send("order-fills", symbol, "{'side':'BUY','price':'100','quantity':'1','leverage':5}"));
            topics.committed("exit-plans", SYMBOLS.size(), record -> record.value() != null);
            await().atMost(TIMEOUT).until(() -> isOwner(one) && isOwner(two) && hasAllPlans(one) && hasAllPlans(two));
            sendPrices("107");
            awaitCommands("PLACE");
            one.kill();
            await().atMost(TIMEOUT).until(() -> two.logged().contains("it was removed from the group"));
            await().atMost(TIMEOUT).until(() -> hasAllPlans(two));
            sendPrices("112");
            awaitCommands("MOVE");
            try (SecuredEngine three = engine("three", USER)) {
                await().atMost(TIMEOUT).until(() -> three.status("/health/ready") == 200 && isOwner(three));
                two.kill();
                await().atMost(TIMEOUT).until(() -> hasAllPlans(three));
                sendPrices("105");
                awaitCommands("EXIT");
                assertThatNothingIsRefused(List.of(one, two, three));
                assertThatNoSecretIsTold(List.of(one, two, three), three);
            }
        }
    }

    private static void assertThatNothingIsRefused(List<SecuredEngine> engines) {
        for (SecuredEngine engine : engines) {
            assertThat(engine.logged().lines())
                    .filteredOn(line -> line.toLowerCase(Locale.ROOT).contains("authoriz"))
                    .isEmpty();
        }
    }

    private static void assertThatNoSecretIsTold(List<SecuredEngine> engines, SecuredEngine running)
            throws IOException, InterruptedException {
        for (SecuredEngine engine : engines) {
            assertThat(engine.logged())
                    .contains("setting kafka.sasl.jaas.config=****", "setting http.token=****")
                    .doesNotContain(SECRETS);
        }
        for (String path : List.of(
                "/",
                "/health",
                "/metrics",
                "/topology",
                "/instance",
                "/plans",
                "/positions",
                "/openapi.json",
                "/nothing")) {
            HttpResponse<String> answer = running.get(path);
            assertThat(answer.body() + answer.headers().map()).as(path).doesNotContain(SECRETS);
        }
        topics.send("order-fills", "SEC0USDT", "{'side':'NONE'}");
        Predicate<ConsumerRecord<String, String>> any = record -> true;
        assertThat(topics.committed("dead-letters", 1, any).toString()).doesNotContain(SECRETS);
    }

    /** The end says which right is missing, in one sentence. */
    @ParameterizedTest
    @CsvSource({
        "poor-1, trailing-stop-commands, WRITE",
        "poor-2, order-fills, READ",
        "poor-3, exit-brain, READ",
        "poor-4, exit-brain-, WRITE"
    })
    void shouldSayWhichRightIsMissing(String user, String resource, AclOperation operation) throws Exception {
        List<AclBinding> rights = ListedRights.of(user).stream()
                .filter(right -> !right.pattern().name().equals(resource)
                        || right.entry().operation() != operation)
                .toList();
        assertThat(rights).hasSizeLessThan(ListedRights.of(user).size());
        broker.grant(rights);
        try (SecuredEngine engine = engine(user, user)) {
            topics.send("order-fills", "POOR", "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
            topics.send("mark-prices", "POOR", "{'p':'107'}");

            assertThat(engine.process().waitFor(60, TimeUnit.SECONDS))
                    .as(engine.logged())
                    .isTrue();

            assertThat(engine.process().exitValue()).isEqualTo(1);
            assertThat(engine.logged().lines())
                    .filteredOn(line -> line.contains("the brokers do not allow it to the user of the engine: "))
                    .hasSize(1);
            assertThat(engine.logged()).doesNotContain("\tat ").doesNotContain(SECRETS);
        }
    }
}
