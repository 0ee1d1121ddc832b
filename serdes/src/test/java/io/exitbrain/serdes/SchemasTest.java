package io.exitbrain.serdes;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.input.Reading;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas agree with the serdes. */
class SchemasTest {

    private static final Map<String, MessageReader<?>> INPUTS = Map.of(
            "order-fills", new OrderFillReader(),
            "positions", new PositionReader(),
            "mark-prices", new MarkPriceReader(),
            "instruments", new InstrumentReader(),
            "exit-context", new ExitContextReader(),
            "execution-reports", new ExecutionReportReader());

    private static final Map<String, Serde<?>> OUTPUTS = Map.of(
            "exit-plans", OutputSerdes.exitPlan(),
            "trailing-stop-commands", OutputSerdes.stopCommand(),
            "exit-events", OutputSerdes.exitEvent());

    /** After the times in all examples. */
    private static final long READ_AT = NOW + 20_000;

    private static final Pattern EXAMPLE =
            Pattern.compile("\\n### ([a-z-]+)\\n(?:(?!\\n### ).)*?```json\\n(.*?)```", Pattern.DOTALL);

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Map<String, Schema> SCHEMAS = Stream.of(INPUTS, OUTPUTS)
            .flatMap(topics -> topics.keySet().stream())
            .collect(Collectors.toMap(topic -> topic, SchemasTest::schema));

    @ParameterizedTest
    @MethodSource("goodInputs")
    void shouldAcceptGoodInput(String topic, String value) {
        assertThat(faults(topic, value)).isEmpty();
        assertThat(complaints(topic, value)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void shouldRefuseBadInput(String topic, String value) {
        assertThat(isRefused(topic, value)).isTrue();
        assertThat(complaints(topic, value)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("faultyInputs")
    void shouldReportABadOptionalField(String topic, String value) {
        assertThat(faults(topic, value)).hasSize(1);
        assertThat(complaints(topic, value)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodOutputs")
    void shouldAcceptWrittenOutput(String topic, String value) {
        assertThat(complaints(topic, value)).isEmpty();
        assertThat(rewritten(of(OUTPUTS, topic), value)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("badOutputs")
    void shouldRefuseBadOutput(String topic, String value) {
        assertThatThrownBy(() -> rewritten(of(OUTPUTS, topic), value)).isInstanceOf(SerializationException.class);
        assertThat(complaints(topic, value)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261105})
    void shouldJudgeAnyInputLikeTheReader(long seed) {
        System.out.println("SchemasTest seed " + seed);
        Random random = new Random(seed);

        for (String topic : new TreeSet<>(INPUTS.keySet())) {
            int good = 0;
            for (int i = 0; i < 4_000; i++) {
                String value = RandomMessages.of(random, topic);
                boolean isGood = read(topic, value) instanceof Reading.Accepted
                        && faults(topic, value).isEmpty();
                assertThat(complaints(topic, value).isEmpty())
                        .as("seed %d, %s %s: the reader says %s", seed, topic, value, read(topic, value))
                        .isEqualTo(isGood);
                good += isGood ? 1 : 0;
            }
            assertThat(good).as("good inputs of %s, seed %d", topic, seed).isGreaterThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource("documented")
    void shouldReadEveryExampleOfTheDocumentation(String topic, String value) {
        assertThat(complaints(topic, value)).isEmpty();
        if (INPUTS.containsKey(topic)) {
            assertThat(faults(topic, value)).isEmpty();
        } else {
            assertThat(rewritten(of(OUTPUTS, topic), value))
                    .isEqualTo(tree(value).toString());
        }
    }

    @Test
    void shouldFindAnExampleOfEveryTopicInTheDocumentation() {
        assertThat(documented().map(example -> example.get()[0])).containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldDescribeEveryField(String topic) {
        JsonNode schema = tree(Resources.text("schemas/" + topic + ".schema.json"));

        assertThat(schema.path("title").asText()).isNotBlank();
        assertThat(schema.path("description").asText())
                .contains("topic " + topic)
                .contains("Key: ");
        schema.path("allOf")
                .forEach(field -> assertThat(field.path("description").asText()).isNotBlank());
        schema.path("properties")
                .forEach(field -> assertThat(field.has("description") || field.has("$ref"))
                        .isTrue());
    }

    static Stream<Arguments> goodInputs() {
        return examples(INPUTS, "good");
    }

    static Stream<Arguments> badInputs() {
        return examples(INPUTS, "bad");
    }

    static Stream<Arguments> faultyInputs() {
        return examples(INPUTS, "faulty");
    }

    static Stream<Arguments> goodOutputs() {
        return examples(OUTPUTS, "good");
    }

    static Stream<Arguments> badOutputs() {
        return examples(OUTPUTS, "bad");
    }

    static Stream<String> topics() {
        return SCHEMAS.keySet().stream().sorted();
    }

    /** The JSON examples in docs/messages.md, by the topic in their heading. */
    static Stream<Arguments> documented() {
        return EXAMPLE.matcher(Resources.file(Path.of("..", "docs", "messages.md")))
                .results()
                .map(example -> Arguments.of(example.group(1), example.group(2)));
    }

    private static Stream<Arguments> examples(Map<String, ?> topics, String kind) {
        return topics.keySet().stream()
                .sorted()
                .flatMap(topic -> Resources.text("examples/%s.%s.jsonl".formatted(topic, kind))
                        .lines()
                        .map(line -> Arguments.of(topic, line)));
    }

    private static boolean isRefused(String topic, String value) {
        return read(topic, value).fold(accepted -> false, refused -> true, skipped -> true, several -> true);
    }

    private static List<String> faults(String topic, String value) {
        return Readings.faults(read(topic, value));
    }

    /** Reads the value with its own symbol as key, because a schema does not know the key. */
    private static Reading<?> read(String topic, String value) {
        JsonNode named = tree(value).path("symbol").isTextual()
                ? tree(value).path("symbol")
                : tree(value).path("s");
        return of(INPUTS, topic).read(named.asText("BTCUSDT"), bytes(value), READ_AT);
    }

    private static <T> String rewritten(Serde<T> serde, String value) {
        T read = serde.deserializer().deserialize("t", bytes(value));
        return new String(serde.serializer().serialize("t", read), StandardCharsets.UTF_8);
    }

    private static List<String> complaints(String topic, String value) {
        return of(SCHEMAS, topic).validate(tree(value)).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String topic) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Resources.text("schemas/" + topic + ".schema.json"));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T of(Map<String, T> topics, String topic) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }
}
