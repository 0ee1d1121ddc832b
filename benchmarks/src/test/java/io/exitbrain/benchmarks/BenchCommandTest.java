package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.candidates.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {

    private static final int USAGE = 2;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command = new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --for=10        | must be a duration such as 90s, 10m or 1h, was 10
                    --only=speed    | section must be one of heap, restore, pieces, latency, throughput, was speed
                    --candidates=me | was me
                    --prices=0      | --prices must be > 0, was 0
                    --symbols=0     | --symbols must be > 0, was [0]
                    --rounds=0      | --rounds must be > 0, was 0
                    --prices=many   | is not an int
                    --speed         | Unknown option
                    """)
    void shouldSayWhatIsWrongWithAnOption(String option, String message) {
        assertThat(command.execute(option)).isEqualTo(USAGE);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void shouldExplainItself() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString())
                .contains("--for", "--json", "--only", "--profile", "docs/benchmarks.md")
                .contains(Kind.labels());
    }

    @ParameterizedTest
    @CsvSource({"90s,90", "10m,600", "1h,3600"})
    void shouldReadTimesAsPeopleTypeThem(String text, long seconds) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void shouldSendFewerPricesInLessTime() {
        assertThat(Options.pricesFor(Duration.ofSeconds(90), 1_000))
                .isLessThan(Options.pricesFor(Duration.ofMinutes(10), 1_000));
        assertThat(Options.pricesFor(Duration.ofSeconds(1), 1_000)).isPositive();
    }

    @Test
    void shouldSendFewerPricesWithMoreSymbols() {
        assertThat(Options.pricesFor(Duration.ofMinutes(10), 100_000))
                .isLessThan(Options.pricesFor(Duration.ofMinutes(10), 1_000));
    }
}
