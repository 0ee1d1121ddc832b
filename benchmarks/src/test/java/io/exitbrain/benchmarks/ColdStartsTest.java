package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColdStartsTest {

    private static final String LOAD = "1,000 symbols";

    private final Results results = new Results();

    @Test
    void shouldNameTheCandidatesMeasuredWhileTheCompilerWasBusy() {
        compiled(Kind.FLOOR, 25);
        compiled(Kind.ENGINE, 26);
        compiled(Kind.INTAKE, 40);

        assertThat(ColdStarts.among(results, LOAD, List.of(Kind.FLOOR, Kind.ENGINE, Kind.INTAKE)))
                .hasValue(
                        "the compiler was busy for more than 25 % of the measured time of engine, intake at 1,000 symbols; give the run more time");
    }

    @Test
    void shouldSayNothingIfAllWereWarmOrNothingWasMeasured() {
        compiled(Kind.FLOOR, 3);

        assertThat(ColdStarts.among(results, LOAD, List.of(Kind.FLOOR, Kind.ENGINE)))
                .isEmpty();
    }

    private void compiled(Kind candidate, double percent) {
        results.add(Section.THROUGHPUT.label(), LOAD, candidate.label(), Map.of(Measure.COMPILER, percent));
    }
}
