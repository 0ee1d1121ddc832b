package io.exitbrain.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void shouldReadBackTheJsonItWrites() throws JsonProcessingException {
        Report report = report();

        assertThat(Report.ofJson(report.json())).isEqualTo(report);
    }

    @Test
    void shouldHaveALineForEachCandidateAndAColumnForEachMeasure() {
        assertThat(report().text()).containsIgnoringNewLines("""
                        throughput: 5 symbols
                          candidate  prices/s      CPU us/price
                          floor         1,000
                          engine          500  2.00 (1.00-3.00)
                        """);
    }

    @Test
    void shouldSayWhichGoalsAreMet() {
        assertThat(report().text())
                .contains("engine / floor      1.50  <= 1.60      met")
                .contains("engine / loop       0.50  >= 0.85  NOT MET");
    }

    @Test
    void shouldWriteMarkdownTables() {
        assertThat(report().markdown())
                .contains("### throughput: 5 symbols")
                .contains("| candidate | prices/s | CPU us/price |")
                .contains("| floor | 1,000 |  |")
                .contains("- pieces were left out");
    }

    private static Report report() {
        Results results = new Results();
        results.add(new Results.Sample("throughput", "5 symbols", "floor", Measure.RATE, 1_000));
        results.add(new Results.Sample("throughput", "5 symbols", "engine", Measure.RATE, 500));
        List.of(1.0, 2.0, 3.0)
                .forEach(value ->
                        results.add(new Results.Sample("throughput", "5 symbols", "engine", Measure.CPU, value)));
        return new Report(
                "bench",
                Map.of("cores", "2"),
                Map.of("Broker", Map.of("num.io.threads", "2")),
                results.rows(),
                List.of(Goal.atMost("engine / floor", 1.6, 1.5), Goal.atLeast("engine / loop", 0.85, 0.5)),
                List.of("pieces were left out"));
    }
}
