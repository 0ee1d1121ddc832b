package io.exitbrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.topics.NotCoPartitioned;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicDifference;
import io.exitbrain.topology.topics.TopicsCommand;
import io.exitbrain.topology.topics.TopicsFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/** Creates, compares and changes topics. Each test has topics of its own, with the name of the test as prefix. */
@Timeout(60)
class TopicAdminIT {

    @RegisterExtension
    private static final BrokerExtension broker = BrokerExtension.empty();

    @SuppressWarnings("NullAway.Init")
    private Admin admin;

    @SuppressWarnings("NullAway.Init")
    private String prefix;

    @BeforeEach
    void connect(TestInfo test) {
        admin = broker.admin();
        prefix = test.getTestMethod().orElseThrow().getName() + ".";
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void shouldCreateWhatIsMissingOnceAndThenAgree() throws Exception {
        TopicsFile file = TopicsFile.packaged().withOutputPrefix(prefix);
        TopicAdmin topics = new TopicAdmin(admin, file);

        List<String> created = topics.prepare();

        assertThat(created).contains(prefix + "exit-plans", prefix + "dead-letters");
        assertThat(topics.prepare()).isEmpty();
        assertThat(topics.differences()).isEmpty();
        assertThat(admin.listTopics().names().get()).containsAll(file.names());
    }

    @Test
    void shouldRefuseTopicsOfAGroupThatDiffer() throws Exception {
        admin.createTopics(List.of(new NewTopic(prefix + "fills", 3, (short) 1)))
                .all()
                .get();
        TopicAdmin topics = topics(
                "fills: {group: all, role: input, key: k, value: v}",
                "prices: {group: all, role: input, key: k, value: v}");

        assertThatThrownBy(topics::prepare)
                .isInstanceOf(NotCoPartitioned.class)
                .hasMessageContaining("%1$sfills=3, %1$sprices=6".formatted(prefix));
        assertThat(admin.listTopics().names().get()).doesNotContain(prefix + "prices");
    }

    @Test
    void shouldAcceptAGroupOfAnotherSizeThatIsEqual() throws Exception {
        admin.createTopics(List.of(
                        new NewTopic(prefix + "fills", 3, (short) 1), new NewTopic(prefix + "prices", 3, (short) 1)))
                .all()
                .get();
        TopicAdmin topics = topics(
                "fills: {group: all, role: input, key: k, value: v}",
                "prices: {group: all, role: input, key: k, value: v}");

        assertThat(topics.prepare()).isEmpty();
    }

    @Test
    void shouldChangeSettingsAndGrowOnlyWhatHasNoKeys() throws Exception {
        admin.createTopics(List.of(
                        new NewTopic(prefix + "fills", 3, (short) 1).configs(Map.of("retention.ms", "1000")),
                        new NewTopic(prefix + "letters", 1, (short) 1)))
                .all()
                .get();
        TopicAdmin topics = topics(
                "fills: {group: all, role: input, key: k, value: v, configs: {retention.ms: 7d}}",
                "letters: {partitions: 2, role: dead-letters, key: k, value: v}");

        assertThat(topics.differences())
                .extracting(TopicDifference::line)
                .containsExactlyInAnyOrder(
                        "! %sfills partitions: is 3, should be 6 (not changed: its keys would move to other partitions)"
                                .formatted(prefix),
                        "~ %sfills retention.ms: is 1000, should be 604800000".formatted(prefix),
                        "~ %sletters partitions: is 1, should be 2".formatted(prefix));
        TopicAdmin.Applied applied = topics.apply();
        assertThat(applied.done())
                .extracting(TopicDifference::doneLine)
                .containsExactlyInAnyOrder(
                        "changed %sfills retention.ms from 1000 to 604800000".formatted(prefix),
                        "changed %sletters partitions from 1 to 2".formatted(prefix));
        assertThat(applied.left()).extracting(TopicDifference::field).containsExactly("partitions");
        assertThat(partitionsOf("letters")).isEqualTo(2);
        assertThat(partitionsOf("fills")).isEqualTo(3);
    }

    @Test
    void shouldAnswerCommandsWithExitCodes() {
        assertThat(run("check")).isEqualTo(3);
        assertThat(run("plan")).isZero();
        assertThat(run("check")).isEqualTo(3);
        assertThat(run("apply")).isZero();
        assertThat(run("check")).isZero();
        assertThat(run("check", "--file", "none.yaml")).isEqualTo(2);
        assertThat(run("destroy")).isEqualTo(2);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", broker.bootstrapServers(), "--output-prefix", prefix));
        PrintWriter sink = new PrintWriter(new StringWriter());
        return new CommandLine(new TopicsCommand()).setOut(sink).setErr(sink).execute(all.toArray(String[]::new));
    }

    private TopicAdmin topics(String... topics) throws Exception {
        Path file = broker.folder().resolve(prefix + "yaml");
        String declared =
                Arrays.stream(topics).map(topic -> "  " + prefix + topic + "\n").reduce("", String::concat);
        Files.writeString(file, "version: 1\ngroups: {all: {partitions: 6}}\ntopics:\n" + declared);
        return new TopicAdmin(admin, TopicsFile.at(file));
    }

    private int partitionsOf(String topic) throws Exception {
        return admin.describeTopics(Set.of(prefix + topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }
}
