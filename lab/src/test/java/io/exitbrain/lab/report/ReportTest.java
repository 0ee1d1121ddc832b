package io.exitbrain.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.guard.Paired;
import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.measures.Costs;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.simulation.Fidelity;
import io.exitbrain.lab.simulation.Simulated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report as a page. */
class ReportTest {

    private static final String EVIL = "</style><script>alert(1)</script>\"'&";

    private static final LabResult SWEEP = RandomResult.of(1)
            .with("live", "")
            .withTrail(EVIL, "0.5", "0.01")
            .withSweep(List.of("0.5", "1", "1.5"), List.of("0.005", "0.01", "0.02"))
            .withNullRun(EVIL)
            .result();

    private static final String PAGE = Report.html(SWEEP);

    private static String only(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldPermitItsOwnStyleAndNothingElse() throws Exception {
        String style = only("<style>(.*?)</style>", PAGE);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(only("Content-Security-Policy\" content=\"(.*?)\"", PAGE).replace("&#39;", "'"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(PAGE).doesNotContain(" style=").doesNotContain("<link").doesNotContain("@import");
        assertThat(Pattern.compile("<style").matcher(PAGE).results()).hasSize(1);
    }

    @Test
    void shouldWriteEveryNameAsText() {
        assertThat(PAGE)
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .contains("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
                .contains("&lt;b&gt;november&lt;/b&gt;.jsonl");
    }

    @Test
    void shouldNeedNoOtherFile() {
        assertThat(PAGE)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("src=");
    }

    @Test
    void shouldCloseEveryElement() {
        assertThat(count("<(?!/|!|meta)[a-z0-9]+", PAGE)).isEqualTo(count("</[a-z0-9]+>", PAGE));
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void shouldDrawFiniteNumbersInsideTheDrawing() {
        List<Double> numbers = Pattern.compile(" (?:x|y|x1|x2|y1|y2|cx|cy|r|width|height)=\"([^\"]*)\"")
                .matcher(PAGE)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();

        assertThat(numbers).hasSizeGreaterThan(1_000).allMatch(number -> number >= 0 && number <= 1_000);
        assertThat(PAGE).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain(">null<");
    }

    @Test
    void shouldDescribeEveryPlot() {
        List<String> figures = Pattern.compile("<figure.*?</figure>", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(figures).hasSize(11);
        assertThat(figures)
                .allSatisfy(figure ->
                        assertThat(figure).contains("role=\"img\" aria-label=").contains("How to read it: "));
        for (int i = 0; i < figures.size(); i++) {
            assertThat(figures.get(i)).contains("<h3>" + (i + 1) + ". ");
        }
    }

    @Test
    void shouldKeepTheOrderOfItsParts() {
        assertThat(PAGE)
                .containsSubsequence(
                        "<h1",
                        "Costs (built-in rates): taker fee 5 bp",
                        ">Does the model reproduce the record?<",
                        ">Assumptions and costs<",
                        ">Plots<",
                        ">The trades that differ most<",
                        ">Settings and hashes<");
    }

    @Test
    void shouldKeepThePoliciesInTheOrderOfTheUserAndTheReferencesApart() {
        String table = only("<table>(.*?)</table>", PAGE);

        assertThat(table)
                .containsSubsequence(
                        ">live<",
                        ">0.5 R, 0.005<",
                        ">1.5 R, 0.02<",
                        "<tbody class=\"references\">",
                        ">actual<",
                        ">oracle at MFE<");
    }

    @Test
    void shouldSayThatTheModelDoesNotReproduceTheRecord() {
        assertThat(SWEEP.simulated().fidelity().isReproducing()).isFalse();
        assertThat(PAGE).contains("<h2 class=\"warning\">The model does not reproduce the record</h2>");

        Fidelity equal = new Fidelity(3, 0, 10, 10, 10, false, Optional.empty(), List.of(0.5), List.of(20L), 0);
        assertThat(Report.html(with(equal)))
                .contains("<h2>The policies</h2>")
                .contains("10 recorded, 10 in the model, 10 equal (100.0 %)")
                .doesNotContain("The model does not reproduce the record");
        assertThat(Report.html(with(Fidelity.NONE))).contains("Not known: no recorded trade");
    }

    private static LabResult with(Fidelity fidelity) {
        Simulated simulated = new Simulated(
                SWEEP.simulated().policies(), fidelity, SWEEP.simulated().counts());
        return new LabResult(
                SWEEP.setup(),
                simulated,
                SWEEP.measures(),
                SWEEP.judgement(),
                SWEEP.grid(),
                SWEEP.plateau(),
                SWEEP.nullRun(),
                SWEEP.drawn());
    }

    @Test
    void shouldWriteTheSameBytesInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Report.html(SWEEP)).isEqualTo(PAGE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldDrawASweepOfOneSetting() {
        String page = Report.html(RandomResult.ofDays(2, 8)
                .with("live", "")
                .withSweep(List.of("0.5", "1"), List.of("0.01"))
                .result());

        assertThat(page).contains("First half of the in-sample days").doesNotContain("rows: callback-pct");
    }

    @Test
    void shouldSayWhatIsMissingWithOnePolicyOnly() {
        LabResult alone = RandomResult.ofDays(3, 3).with("live", "").result();

        assertThat(alone.judgement().verdict().word()).isEqualTo(Word.TOO_LITTLE_DATA);
        assertThat(Report.html(alone))
                .contains("Only live was run")
                .contains("Nothing to draw: no sweep was run.")
                .contains("Nothing to draw: no trade differs.");
    }

    @Test
    void shouldSayWhatIsMissingWithoutATrade() {
        String page = Report.html(
                RandomResult.ofDays(4, 0).with("live", "").with("other", "").result());

        assertThat(page).contains("Too little data").contains("Nothing to draw: no trade was closed.");
        assertThat(page).contains("<td>0 (0)</td><td>\u2013</td>");
        assertThat(page).doesNotContain("NaN");
    }

    private static String cell(Optional<Double> value) {
        return String.format(Locale.ROOT, "<td>%+.3f</td>", value.orElseThrow());
    }

    @Test
    void shouldShowWhatTheCostsChange() {
        String table = only("What the costs change</h3>(.*?)</table>", PAGE);
        Costs baseline = SWEEP.measures().get(0).costs();
        Paired second = SWEEP.judgement().comparisons().get(0).paired();

        assertThat(table)
                .containsSubsequence("mean R without costs", "d at costs x2")
                .containsSubsequence(
                        cell(baseline.resultWithout().mean()),
                        cell(baseline.resultAtDouble().mean()))
                .containsSubsequence(cell(second.withoutCosts()), cell(second.mean()), cell(second.atDoubledCosts()));
    }

    @Test
    void shouldNotCountTradesThatAreStillOpen() {
        LabResult open =
                RandomResult.ofAnOpenTrade().with("live", "").with("other", "").result();
        String page = Report.html(open);

        assertThat(open.measures().get(0).censored()).isPositive();
        assertThat(open.measures().get(0).closed()).isZero();
        assertThat(page).contains("<td>0 (" + open.measures().get(0).censored() + ")</td><td>\u2013</td>");
    }
}
