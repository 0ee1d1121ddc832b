package io.exitbrain.topology.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.logging.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseASecondEngineAndNameTheFolderAndTheSetting() {
        ProcessLock first = StateFolderLock.take(folder, "exit-brain");
        try (first) {
            assertThatThrownBy(() -> StateFolderLock.take(folder, "exit-brain"))
                    .isInstanceOf(StateFolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("set state.dir");
        }
    }

    @Test
    void shouldLetAnotherApplicationIdUseTheFolder() {
        ProcessLock first = StateFolderLock.take(folder, "exit-brain");
        try (first) {
            assertThatCode(() ->
                            StateFolderLock.take(folder, "exit-brain-shadow").close())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldBeFreeAfterTheEnd() {
        StateFolderLock.take(folder.resolve("new"), "exit-brain").close();

        assertThatCode(() -> StateFolderLock.take(folder.resolve("new"), "exit-brain")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNameAFolderThatIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StateFolderLock.take(file, "exit-brain"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("state.dir: the folder " + file + " cannot be written");
    }
}
