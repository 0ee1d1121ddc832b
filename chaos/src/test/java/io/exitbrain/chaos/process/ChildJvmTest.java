package io.exitbrain.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildJvmTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path log;

    @SuppressWarnings("NullAway.Init")
    private ChildJvm child;

    /** Says when it runs, and when it has closed, which takes it a moment. */
    public static final class Closes {

        public static void main(String[] args) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(Closes::close));
            System.out.println("runs");
            Thread.sleep(60_000);
        }

        private static void close() {
            try {
                Thread.sleep(500);
                System.out.println("closed");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        log = Files.createFile(folder.resolve("child.log"));
        child = new ChildJvm("child", log, List.of(Closes.class.getName()));
        child.start();
        while (!Files.readString(log).contains("runs")) {
            Thread.sleep(20);
        }
    }

    @AfterEach
    void end() {
        child.close();
        child.awaitEnd();
    }

    @Test
    void shouldLetItCloseWhenItIsTerminated() {
        child.terminate(20);

        assertThat(child.isAlive()).isFalse();
        assertThat(log).content().contains("closed");
    }

    @Test
    void shouldNotLetItCloseWhenItIsKilled() {
        child.kill();

        assertThat(child.isAlive()).isFalse();
        assertThat(log).content().doesNotContain("closed");
    }
}
