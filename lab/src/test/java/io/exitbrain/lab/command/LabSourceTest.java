package io.exitbrain.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The temporary file is gone at the end, however the run ended. */
class LabSourceTest {

    @Test
    void shouldDeleteTheFolderOfARecordingOfTopics() {
        LabSource source = LabSource.ofTopics((file, progress) -> List.of("3 records"));
        Path folder = source.files().get(0).toAbsolutePath().getParent();

        try (source) {
            assertThat(source.prepare(sentence -> {})).containsExactly("3 records");
            assertThat(folder).exists();
        }

        assertThat(folder).doesNotExist();
        assertThat(source.folder()).isEqualTo(Path.of(""));
    }

    @Test
    void shouldDeleteItAfterAFailure() {
        LabSource source = LabSource.ofTopics((file, progress) -> {
            throw new IllegalStateException("no broker");
        });
        Path folder = source.files().get(0).toAbsolutePath().getParent();

        assertThatThrownBy(() -> {
                    try (source) {
                        source.prepare(sentence -> {});
                    }
                })
                .hasMessage("no broker");

        assertThat(folder).doesNotExist();
    }

    @Test
    void shouldLeaveTheFilesOfTheUserAlone(@TempDir Path folder) {
        try (LabSource source = LabSource.ofFiles(List.of(folder.resolve("day.jsonl")))) {
            assertThat(source.prepare(sentence -> {})).isEmpty();
            assertThat(source.folder()).isEqualTo(folder);
        }
        assertThat(folder).exists();
    }
}
