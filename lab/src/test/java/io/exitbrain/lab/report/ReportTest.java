package io.exitbrain.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.result.LabResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report as a page. */
class ReportTest {

    private static final LabResult SWEEP = RandomResult.of(1)
            .with("live", "")
            .withTrail("<script>alert(1)</script>", "0.5", "0.01")
            .withSweep(List.of("0.5", "1", "1.5"), List.of("0.005", "0.01", "0.02"))
            .withNullRun("live")
            .result();

    @Test
    void shouldX() throws Exception {
        Files.writeString(Path.of("/tmp/rep/lab.html"), Report.html(SWEEP));
        Files.writeString(Path.of("/tmp/rep/lab.json"), ReportJson.of(SWEEP));
        Files.writeString(Path.of("/tmp/rep/lab.csv"), TradesCsv.of(SWEEP));
        Files.writeString(Path.of("/tmp/rep/lab.txt"), Summary.text(SWEEP));
        assertThat(SWEEP).isNotNull();
    }
}
