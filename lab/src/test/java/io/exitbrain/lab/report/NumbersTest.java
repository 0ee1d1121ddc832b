package io.exitbrain.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.trade.PolicyTrades;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The result as JSON, as comma-separated values and as lines. */
class NumbersTest {

    private static final String NAME = "tight, \"new\"\nline";

    private static final LabResult RESULT = RandomResult.of(7)
            .with("live", "")
            .withTrail(NAME, "0.5", "0.01")
            .withTrail("wide", "1", "0.03")
            .result();

    private static JsonNode json(LabResult result) throws Exception {
        return new ObjectMapper().readTree(ReportJson.of(result));
    }

    @Test
    void shouldHaveTheNumbersOfTheTableInTheJson() throws Exception {
        JsonNode json = json(RESULT);

        assertThat(json.path("measures")).hasSize(7);
        for (int i = 0; i < RESULT.measures().size(); i++) {
            PolicyMeasures measures = RESULT.measures().get(i);
            JsonNode row = json.path("measures").get(i);
            assertThat(row.path("policy").asText()).isEqualTo(measures.policy());
            assertThat(row.path("closed").asInt()).isEqualTo(measures.closed());
            assertThat(row.path("results").path("mean").asDouble())
                    .isEqualTo(measures.results().mean().orElseThrow());
            assertThat(row.path("holding").path("medianMs").asLong())
                    .isEqualTo(measures.holding().medianMs().orElse(0L));
            assertThat(row.has("curve")).isFalse();
        }
        assertThat(json.path("judgement")
                        .path("comparisons")
                        .get(0)
                        .path("verdict")
                        .path("word")
                        .asText())
                .isNotEmpty();
        assertThat(json.path("judgement").path("split").path("holdoutFrom").asText())
                .isEqualTo(
                        RESULT.judgement().split().holdoutFrom().orElseThrow().toString());
        assertThat(json.path("setup").path("horizon").asText()).isEqualTo("PT12H");
        assertThat(json.path("counts").path("OPENINGS").asLong()).isEqualTo(4L * RandomResult.DAYS);
        assertThat(json.path("verdict").asText()).isEqualTo(Headline.of(RESULT));
    }

    @Test
    void shouldWriteNullForANumberThatIsNotKnown() throws Exception {
        JsonNode results = json(RandomResult.ofAnOpenTrade().with("live", "").result())
                .path("measures")
                .get(0)
                .path("results");

        assertThat(results.path("count").asInt()).isZero();
        assertThat(results.path("mean").isNull()).isTrue();
        assertThat(results.path("profitFactor").isNull()).isTrue();
    }

    @Test
    void shouldWriteTheSameBytesTwice() {
        LabResult again = RandomResult.of(7)
                .with("live", "")
                .withTrail(NAME, "0.5", "0.01")
                .withTrail("wide", "1", "0.03")
                .result();

        assertThat(ReportJson.of(again)).isEqualTo(ReportJson.of(RESULT));
        assertThat(TradesCsv.of(again)).isEqualTo(TradesCsv.of(RESULT));
        assertThat(Report.html(again)).isEqualTo(Report.html(RESULT));
        assertThat(Summary.text(again)).isEqualTo(Summary.text(RESULT));
    }

    @Test
    void shouldWriteALineForEachTradeAndPolicy() {
        List<List<String>> lines = parsed(TradesCsv.of(RESULT));
        int trades = RESULT.simulated().policies().stream()
                .mapToInt(policy -> policy.trades().size())
                .sum();

        assertThat(lines).hasSize(1 + trades);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
        assertThat(column(lines, "policy").stream().filter(NAME::equals))
                .hasSize(RESULT.simulated().policies().get(1).trades().size());
        assertThat(column(lines, "opened"))
                .allSatisfy(time -> assertThat(Instant.parse(time)).isNotNull());
    }

    @Test
    void shouldHaveTheResultsOfTheTableInTheLines() {
        List<List<String>> lines = parsed(TradesCsv.of(RESULT));
        List<String> policies = column(lines, "policy");
        List<String> samples = column(lines, "sample");
        List<String> results = column(lines, "result_r");
        double sum = 0;
        for (int i = 0; i < policies.size(); i++) {
            boolean counts = policies.get(i).equals("wide") && samples.get(i).equals("in-sample");
            sum += counts && !results.get(i).isEmpty() ? Double.parseDouble(results.get(i)) : 0;
        }

        assertThat(sum).isEqualTo(RESULT.measures().get(2).results().sum(), within(1e-9));
    }

    @Test
    void shouldKeepTheHoldoutLockedForAllPoliciesThatWereNotChosen() {
        List<List<String>> lines = parsed(TradesCsv.of(RESULT));
        List<String> policies = column(lines, "policy");
        List<String> samples = column(lines, "sample");
        List<String> exits = column(lines, "exit");

        assertThat(RESULT.judgement().hasLookedAtHoldout()).isFalse();
        assertThat(samples).contains("in-sample", "holdout");
        for (int i = 0; i < policies.size(); i++) {
            assertThat(exits.get(i).isEmpty()).isEqualTo(!samples.get(i).equals("in-sample"));
        }
    }

    private static List<String> column(List<List<String>> lines, String name) {
        int index = lines.get(0).indexOf(name);
        return lines.stream().skip(1).map(line -> line.get(index)).toList();
    }

    /** Reads comma-separated values, in which a field in quotes may hold anything. */
    private static List<List<String>> parsed(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
                field.append(isQuoted && field.length() > 0 ? "\"" : "");
            } else if (isQuoted || (c != ',' && c != '\n')) {
                field.append(c);
            } else {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            }
        }
        return lines;
    }

    @Test
    void shouldBeginTheLinesOfTheTerminalWithTheVerdict() {
        List<String> lines =
                Arrays.asList(Summary.text(RESULT, List.of(Path.of("lab.html"))).split("\n", -1));

        assertThat(lines.get(0)).isEqualTo(Headline.of(RESULT).replace('\n', ' '));
        assertThat(lines).anyMatch(line -> line.startsWith("  live: ") && line.endsWith("(baseline)"));
        assertThat(lines).anyMatch(line -> line.startsWith("  wide: "));
        assertThat(lines).contains("Written: lab.html");
        assertThat(RESULT.simulated().policies().stream().map(PolicyTrades::policy))
                .contains("actual");
        assertThat(lines).noneMatch(line -> line.startsWith("  actual"));
    }
}
