package io.exitbrain.lab.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsFileTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void shouldKeepTheBuiltInRatesThatAFileDoesNotName() throws IOException {
        Costs costs = CostsFile.at(file("costs.yaml", "maker-bps: -0.5\nlatency: 40ms\nspread-bps: 0"))
                .costs();

        assertThat(costs.makerBps()).isEqualByComparingTo("-0.5");
        assertThat(costs.latencyMs()).isEqualTo(40);
        assertThat(costs.spreadBps()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(costs.takerBps()).isEqualTo(Costs.DEFAULT.takerBps());
        assertThat(costs.stopSlippageBps()).isEqualTo(Costs.DEFAULT.stopSlippageBps());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taker-bps: -1|taker-bps",
                "taker: 1|taker",
                "maker-bps: -11|must be >= -10",
                "maker-bps: -x|must be a number",
                "latency: soon|latency"
            })
    void shouldNameEachFault(String yaml, String fault) throws IOException {
        Path file = file("costs.yaml", yaml);

        assertThatThrownBy(() -> CostsFile.at(file))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(fault);
    }

    @Test
    void shouldReadTheFundingBesideTheFile() throws IOException {
        file("funding.jsonl", """
                {"symbol":"A","time":2000,"rate":"0.0001"}

                {"symbol":"A","time":1000,"rate":-0.0002}
                """);
        Path costs = file("costs.yaml", "funding: funding.jsonl");

        Funding funding = FundingFile.at(CostsFile.at(costs).funding().orElseThrow());

        assertThat(funding.of("A"))
                .containsExactly(new Funding.Payment(1_000, -0.0002), new Funding.Payment(2_000, 0.0001));
        assertThat(funding.of("B")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"symbol\":\"A\",\"time\":1,\"rate\":5}|line 2: must have symbol",
                "{\"symbol\":\"A\",\"time\":1}|line 2: rate must be a number",
                "{\"symbol\":\"A\",\"time\":\"1\",\"rate\":0.1}|line 2: must have symbol",
                "nonsense|line 2: is not JSON"
            })
    void shouldNameTheLineOfABadRate(String line, String fault) throws IOException {
        Path file = file("funding.jsonl", "{\"symbol\":\"A\",\"time\":1,\"rate\":0.1}\n" + line);

        assertThatThrownBy(() -> FundingFile.at(file))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(fault);
    }
}
