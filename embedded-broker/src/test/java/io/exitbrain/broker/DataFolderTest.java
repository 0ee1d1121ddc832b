package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void shouldClearAFolderThatCarriesTheMark() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("topic-0"));
        Files.createFile(data.resolve("meta.properties"));
        Files.createFile(data.resolve("topic-0/0.log"));

        DataFolder.clear(data, "meta.properties");

        assertThat(data).doesNotExist();
    }

    @Test
    void shouldNotClearAFolderThatHoldsSomethingElse() throws IOException {
        Path letters = Files.createFile(folder.resolve("letters.txt"));

        assertThatThrownBy(() -> DataFolder.clear(folder, "meta.properties")).hasMessageContaining("something else");

        assertThat(letters).exists();
    }

    @Test
    void shouldAcceptAFolderThatIsEmptyOrMissing() {
        DataFolder.clear(folder, "meta.properties");
        DataFolder.clear(folder.resolve("none"), "meta.properties");

        assertThat(folder).doesNotExist();
    }
}
