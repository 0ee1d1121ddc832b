package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.serdes.Resources;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of each dialect, {@code resources/dialects/*.jsonl}: what it is, the value, and the elements in it: a topic with the
 * canonical message, or skipped with its kind, or refused with its reason.
 */
class DialectsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<MessageKind, MessageReader<?>> READERS = Map.of(
            MessageKind.ORDER_FILL, new OrderFillReader(),
            MessageKind.POSITION, new PositionReader(),
            MessageKind.MARK_PRICE, new MarkPriceReader(),
            MessageKind.EXECUTION_REPORT, new ExecutionReportReader(),
            MessageKind.INSTRUMENT, new InstrumentReader());

    private final ExchangeEventReader events = new ExchangeEventReader();

    static Stream<Arguments> examples() {
        return Stream.of("binance", "bybit", "okx", "hyperliquid", "ccxt", "exit-brain")
                .flatMap(dialect -> Resources.text("dialects/" + dialect + ".jsonl")
                        .lines()
                        .map(DialectsTest::tree)
                        .map(line -> Arguments.of(
                                dialect,
                                line.path("what").asText(),
                                line.path("value").toString(),
                                line.path("want").toString())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void shouldReadEachExample(String dialect, String what, String value, String want) {
        List<Element> elements = events.read(null, bytes(value), NOW);

        assertThat(elements.stream()
                        .map(DialectsTest::shown)
                        .map(JsonNode::toString)
                        .collect(Collectors.joining(",", "[", "]")))
                .isEqualTo(want);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void shouldAcceptEachMessageThatWentRound(String dialect, String what, String value, String want) {
        messages(value).forEach(message -> {
            Reading<?> reading = reader(message.kind()).read(message.symbol(), message.canonicalJson(), NOW);

            assertThat(reading).isInstanceOf(Reading.Accepted.class);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void shouldReadInPlaceWhatGoesRound(String dialect, String what, String value, String want) {
        List<Element> elements = events.read(null, bytes(value), NOW);
        if (elements.size() != 1 || messages(value).isEmpty()) {
            return;
        }
        Element.Message message = messages(value).get(0);

        assertThat(reader(message.kind()).read(message.symbol(), bytes(value), NOW))
                .isEqualTo(reader(message.kind()).read(message.symbol(), message.canonicalJson(), NOW));
    }

    private List<Element.Message> messages(String value) {
        return events.read(null, bytes(value), NOW).stream()
                .flatMap(element -> element.<Stream<Element.Message>>fold(
                        Stream::of, skipped -> Stream.empty(), refused -> Stream.empty()))
                .toList();
    }

    private static MessageReader<?> reader(MessageKind kind) {
        return Objects.requireNonNull(READERS.get(kind));
    }

    private static JsonNode shown(Element element) {
        return element.fold(
                message -> JSON.createObjectNode()
                        .set(message.kind().topic(), tree(new String(message.canonicalJson(), StandardCharsets.UTF_8))),
                skipped -> JSON.createObjectNode().put("skipped", skipped.dialect() + ": " + skipped.kind()),
                refused -> JSON.createObjectNode().put("refused", refused.reason()));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
