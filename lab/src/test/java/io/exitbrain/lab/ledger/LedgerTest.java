package io.exitbrain.lab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.exitbrain.lab.guard.History;
import io.exitbrain.lab.ledger.Entry.Look;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
    private static final String GOOD =
            "{\"time\":\"2026-11-01T00:00:00Z\",\"input\":\"in\",\"look\":\"IN_SAMPLE\",\"configurations\":[\"a\"]}";

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("lab-ledger.jsonl");
    }

    private static Entry entry(String input, Look look, String... configurations) {
        return new Entry(TIME, input, look, List.of(configurations));
    }

    @Test
    void shouldBeEmptyWithoutAFile() {
        assertThat(Ledger.in(file).entries()).isEmpty();
        assertThat(Ledger.in(file).historyOf("in", List.of("a"))).isEqualTo(History.NONE);
    }

    @Test
    void shouldReadWhatWasAppendedByAnother() {
        Entry first = entry("in", Look.IN_SAMPLE, "a", "b");
        Entry second = entry("in", Look.HOLDOUT, "b");

        Ledger.in(file).append(first);
        Ledger.in(file).append(second);

        assertThat(Ledger.in(file).entries()).containsExactly(first, second);
    }

    @Test
    void shouldWriteOneLineForEachLook() throws IOException {
        Ledger.in(file).append(entry("in", Look.IN_SAMPLE, "a"));
        Ledger.in(file).append(entry("in", Look.IN_SAMPLE, "a"));

        assertThat(file).hasContent(GOOD + "\n" + GOOD + "\n");
    }

    @Test
    void shouldCountDistinctConfigurationsOfTheInputThatAreNotTriedNow() {
        Ledger ledger = Ledger.in(file);
        ledger.append(entry("in", Look.IN_SAMPLE, "a", "b"));
        ledger.append(entry("in", Look.HOLDOUT, "b"));
        ledger.append(entry("in", Look.IN_SAMPLE, "b", "c"));
        ledger.append(entry("other", Look.IN_SAMPLE, "d"));
        ledger.append(entry("other", Look.HOLDOUT, "d"));

        assertThat(ledger.historyOf("in", List.of("a", "x"))).isEqualTo(new History(2, 1));
        assertThat(ledger.historyOf("new", List.of("a"))).isEqualTo(History.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"time\":1}|configurations must be a list, was missing",
                "[]|configurations must be a list, was missing",
                "no|not JSON: Unrecognized token 'no'",
                "{} {}|not JSON: Trailing token",
                "{\"time\":\"now\",\"input\":\"i\",\"look\":\"HOLDOUT\",\"configurations\":[\"a\"]}|time must be like 2026-11-01T00:00:00Z",
                "{\"time\":\"2026-11-01T00:00:00Z\",\"look\":\"HOLDOUT\",\"configurations\":[\"a\"]}|input must be a text, was missing",
                "{\"time\":\"2026-11-01T00:00:00Z\",\"input\":\"i\",\"look\":\"X\",\"configurations\":[\"a\"]}|look must be IN_SAMPLE or HOLDOUT, was X",
                "{\"time\":\"2026-11-01T00:00:00Z\",\"input\":\"i\",\"look\":\"HOLDOUT\",\"configurations\":[1]}|a configuration must be a text, was 1",
                "{\"time\":\"2026-11-01T00:00:00Z\",\"input\":\"i\",\"look\":\"HOLDOUT\",\"configurations\":[]}|an entry needs the hashes",
            })
    void shouldNameABrokenLine(String broken, String message) throws IOException {
        Files.writeString(file, GOOD + "\n" + broken + "\n" + GOOD + "\n");

        assertThatExceptionOfType(InvalidFile.class)
                .isThrownBy(() -> Ledger.in(file).entries())
                .withMessageContaining("lab-ledger.jsonl")
                .withMessageContaining("line 2: " + message);
    }

    @Test
    void shouldNameAnEmptyLine() throws IOException {
        Files.writeString(file, GOOD + "\n\n");

        assertThatExceptionOfType(InvalidFile.class)
                .isThrownBy(() -> Ledger.in(file).entries())
                .withMessageContaining("line 2: ");
    }

    @Test
    void shouldNameAllBrokenLines() throws IOException {
        Files.writeString(file, "x\n" + GOOD + "\ny\n");

        assertThatExceptionOfType(InvalidFile.class)
                .isThrownBy(() -> Ledger.in(file).historyOf("in", List.of()))
                .satisfies(invalid -> assertThat(invalid.faults()).hasSize(2))
                .withMessageContaining("line 1: ")
                .withMessageContaining("line 3: ");
    }

    @Test
    void shouldNotAppendToABrokenLedger() throws IOException {
        Files.writeString(file, GOOD + "\n" + GOOD.substring(0, 20));

        assertThatExceptionOfType(InvalidFile.class)
                .isThrownBy(() -> Ledger.in(file).append(entry("in", Look.IN_SAMPLE, "a")))
                .withMessageContaining("the last line is not complete");
        assertThat(file).hasContent(GOOD + "\n" + GOOD.substring(0, 20));
    }

    @Test
    void shouldSayThatAFileIsNotText() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, '\n'});

        assertThatExceptionOfType(InvalidFile.class)
                .isThrownBy(() -> Ledger.in(file).entries())
                .withMessageContaining("the file is not UTF-8");
    }

    @Test
    void shouldSayThatItCannotReadOrWrite() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Ledger.in(directory).entries())
                .withMessage("cannot read the ledger " + directory);
        Path nowhere = directory.resolve("missing").resolve("lab-ledger.jsonl");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Ledger.in(nowhere).append(entry("in", Look.IN_SAMPLE, "a")))
                .withMessage("cannot write the ledger " + nowhere);
    }

    @Test
    void shouldRefuseAnEntryWithoutHashes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(" ", Look.IN_SAMPLE, "a"))
                .withMessage(
                        "an entry needs the hashes of the input and of at least one configuration, were ' ' and [a]");
    }
}
