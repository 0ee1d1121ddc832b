package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.logging.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseAFolderInUseAndNameIt() {
        Path data = folder.resolve("data");
        ProcessLock first = FolderLock.take(data);
        try (first) {
            assertThatThrownBy(() -> FolderLock.take(folder.resolve("x/../data")))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("data: stop that one, or choose another folder with --data");
        }
        assertThatCode(() -> FolderLock.take(data).close()).doesNotThrowAnyException();
    }

    @Test
    void shouldNotDeleteTheDataOfABrokerThatRuns() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path mark = Files.createFile(data.resolve(EmbeddedBroker.FORMATTED_MARK));
        ProcessLock running = FolderLock.take(data);
        try (running) {
            assertThatThrownBy(() -> EmbeddedBroker.clear(data)).isInstanceOf(FolderInUse.class);
            assertThatCode(() -> Files.readString(mark)).doesNotThrowAnyException();
        }
        EmbeddedBroker.clear(data);
        assertThatThrownBy(() -> Files.readString(mark)).isInstanceOf(IOException.class);
    }
}
