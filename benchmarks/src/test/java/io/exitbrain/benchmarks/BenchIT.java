package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs real child JVMs with few prices: it checks that the run works, not its speed. */
class BenchIT {

    @TempDir
    private Path folder;

    @Test
    void shouldMeasureTheCandidatesAndWriteTheReport() throws IOException {
        StringWriter out = new StringWriter();
        Path json = folder.resolve("bench.json");

        int exitCode = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute(
                        "--only=throughput",
                        "--candidates=floor,quiet-intake,engine",
                        "--symbols=20",
                        // processor time has steps of 10 ms: with few prices the floor would need none
                        "--prices=400000",
                        "--rounds=1",
                        "--for=2m",
                        "--json=" + json);

        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("throughput: 20 symbols", "engine / floor, CPU a price, 20 symbols");
        JsonNode report = new ObjectMapper().readTree(Files.readString(json));
        assertThat(found(report)).isEqualTo(new TreeSet<>(measuresOf(List.of("floor", "quiet-intake", "engine"))));
        assertThat(report.at("/settings/Broker").has("num.io.threads")).isTrue();
    }

    private static Set<String> found(JsonNode report) {
        Set<String> found = new TreeSet<>();
        report.get("rows").forEach(row -> {
            assertThat(row.at("/spread/rounds").asInt()).isEqualTo(1);
            found.add(row.get("candidate").asText() + " " + row.get("measure").asText());
        });
        return found;
    }

    private static List<String> measuresOf(List<String> candidates) {
        return candidates.stream()
                .flatMap(candidate -> List.of("RATE", "CPU", "ALLOCATED", "COMMANDS", "COMPILER").stream()
                        .map(measure -> candidate + " " + measure))
                .toList();
    }
}
