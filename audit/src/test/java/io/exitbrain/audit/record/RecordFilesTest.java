package io.exitbrain.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which offsets files have. */
class RecordFilesTest {

    @TempDir
    private Path folder;

    private RecordFiles.Extent extent(String... lines) throws IOException {
        return new RecordFiles(List.of(Files.write(folder.resolve("day.jsonl"), List.of(lines)))).extent();
    }

    private static String line(int partition, long offset) {
        return "{\"topic\":\"order-fills\",\"partition\":%d,\"offset\":%d,\"key\":\"A\",\"value\":{},\"timestamp\":7}"
                .formatted(partition, offset);
    }

    @Test
    void shouldKnowWhatCameAfterTheEnd() throws IOException {
        RecordFiles.Extent extent = extent(line(1, 0), line(1, 1), line(2, 7));

        assertThat(extent.isBeyond(new Coordinates("order-fills", 1, 1))).isFalse();
        assertThat(extent.isBeyond(new Coordinates("order-fills", 1, 2))).isTrue();
        assertThat(extent.isBeyond(new Coordinates("order-fills", 3, 9))).isFalse();
        assertThat(extent.begins()).containsExactly(new Coordinates("order-fills", 2, 7));
    }

    @Test
    void shouldKnowNothingOfLinesWithoutOffsets() throws IOException {
        RecordFiles.Extent extent = extent("{\"topic\":\"order-fills\",\"key\":\"A\",\"value\":{},\"timestamp\":7}");

        assertThat(extent.isBeyond(new Coordinates("order-fills", 0, 5))).isFalse();
        assertThat(extent.begins()).isEmpty();
    }
}
