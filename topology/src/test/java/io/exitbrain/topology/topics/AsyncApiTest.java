package io.exitbrain.topology.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/asyncapi.yaml} names every topic, its direction and its schema. */
class AsyncApiTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final JsonNode API = read();

    static Stream<TopicSpec> topics() {
        return TopicsFile.packaged().topics().stream();
    }

    @Test
    void shouldNameEveryTopic() {
        List<String> addresses = StreamSupport.stream(API.path("channels").spliterator(), false)
                .map(channel -> channel.path("address").asText())
                .toList();

        assertThat(addresses).containsExactlyElementsOf(TopicsFile.packaged().names());
        assertThat(API.path("operations")).hasSameSizeAs(addresses);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldTellTheDirectionOfATopic(TopicSpec topic) {
        JsonNode operation = StreamSupport.stream(API.path("operations").spliterator(), false)
                .filter(candidate -> refOf(candidate.path("channel")).equals("#/channels/" + topic.name()))
                .findFirst()
                .orElseThrow();

        assertThat(operation.path("action").asText()).isEqualTo(topic.role() == TopicRole.INPUT ? "receive" : "send");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldReferToTheSchemaOfATopic(TopicSpec topic) throws IOException {
        JsonNode message = messageOf(topic);
        if (topic.name().equals("dead-letters")) {
            assertThat(message.path("contentType").asText()).isEqualTo("application/octet-stream");
            return;
        }
        Path schema = DOCS.resolve(refOf(message.path("payload")));

        assertThat(new ObjectMapper()
                        .readTree(Files.readString(schema))
                        .path("$id")
                        .asText())
                .isEqualTo("urn:exit-brain:schema:" + topic.name());
    }

    private static JsonNode messageOf(TopicSpec topic) {
        JsonNode channel = API.path("channels").path(topic.name());
        JsonNode reference = channel.path("messages").elements().next();
        return API.at(refOf(reference).substring(1));
    }

    private static String refOf(JsonNode node) {
        return node.path("$ref").asText();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(DOCS.resolve("asyncapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
