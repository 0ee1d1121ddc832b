package io.exitbrain.topology.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class OverviewTest {

    private static final List<Letter> LETTERS = List.of(
            Letters.letter(0, "order-fills", "A", "{}", "bad-input", "side is missing (order-fills-2@7)", 1_000),
            Letters.letter(1, "order-fills", "B", "{}", "bad-input", "side is missing (order-fills-4@9)", 2_000),
            Letters.letter(2, "positions", null, "{}", "bug", "a defect of the engine: oops (positions-1@3)", 3_000),
            Letters.marker(3, "dead-letters/0@1"));

    private static Overview overview(int limit, String... arguments) {
        Selection selection = new Selection();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("selection", CommandLine.Model.CommandSpec.forAnnotatedObject(selection)))
                .parseArgs(arguments);
        Overview overview = new Overview(selection, limit);
        LETTERS.forEach(overview::add);
        return overview;
    }

    private static List<Long> chosen(String... arguments) {
        return overview(10, arguments).newest().stream()
                .map(letter -> letter.coordinates().offset())
                .toList();
    }

    @Test
    void shouldCountByFaultWithoutThePlaceAndListTheNewestFirst() {
        assertThat(OverviewText.lines(overview(2)).lines())
                .containsExactly(
                        "3 dead letters",
                        "      2  order-fills  bad-input  newest 1970-01-01T00:00:02Z",
                        "         side is missing",
                        "      1  positions  bug  newest 1970-01-01T00:00:03Z",
                        "         a defect of the engine: oops",
                        "",
                        "Newest first:",
                        "  dead-letters/0@2  1970-01-01T00:00:03Z  positions-2@1841  key null",
                        "         a defect of the engine: oops (positions-1@3)",
                        "  dead-letters/0@1  1970-01-01T00:00:02Z  order-fills-2@1841  key B  (was redriven)",
                        "         side is missing (order-fills-4@9)");
    }

    @Test
    void shouldSayTheSameInJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(OverviewText.json(overview(1)));

        assertThat(json.path("letters").asInt()).isEqualTo(3);
        assertThat(json.at("/groups/0/fault").asText()).isEqualTo("side is missing");
        assertThat(json.path("newest")).hasSize(1);
        assertThat(json.at("/newest/0/letter").asText()).isEqualTo("dead-letters/0@2");
        assertThat(json.at("/newest/0/value").asText()).isEqualTo("{}");
        assertThat(json.at("/newest/0/key").isNull()).isTrue();
    }

    @Test
    void shouldSayThatThereIsNone() {
        assertThat(OverviewText.lines(overview(5, "--topic", "mark-prices"))).startsWith("No dead letters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--topic order-fills | 1 0",
                "--kind bug | 2",
                "--reason SIDE | 1 0",
                "--symbol B | 1",
                "--key B | 1",
                "--since 1970-01-01T00:00:01.999Z | 2 1",
                "--since 1970-01-01T00:00:02Z | 2 1",
                "--since 1970-01-01T00:00:02.001Z | 2",
                "--until 1970-01-01T00:00:02Z | 0",
                "--until 1970-01-01T00:00:02.001Z | 1 0",
                "--topic order-fills --symbol A | 0",
                "--until 1s | 2 1 0"
            })
    void shouldChooseWhatFitsEveryOption(String arguments, String offsets) {
        assertThat(chosen(arguments.split(" ")))
                .containsExactlyElementsOf(
                        List.of(offsets.split(" ")).stream().map(Long::valueOf).toList());
    }
}
