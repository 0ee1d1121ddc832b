package io.exitbrain.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FullDiskTest {

    /** Appends each line that it reads to a file, and says whether it could. As a JVM, it survives the signal of the limit. */
    private static final String WRITER =
            "trap '' XFSZ; while read line; do if echo \"$line\" 2>/dev/null >> lines; then echo written; else echo full; fi; done";

    @TempDir
    private Path folder;

    private static String answer(PrintWriter to, BufferedReader from) throws Exception {
        to.println("line");
        return from.readLine();
    }

    @Test
    void shouldLetWritesFailUntilThereIsRoomAgain() throws Exception {
        assumeTrue(FullDisk.isPossible(), "prlimit is not installed");
        Process writer = new ProcessBuilder("bash", "-c", WRITER)
                .directory(folder.toFile())
                .start();
        try (PrintWriter to = new PrintWriter(writer.outputWriter(), true);
                BufferedReader from = writer.inputReader()) {
            assertThat(answer(to, from)).isEqualTo("written");
            assertThat(FullDisk.begin(writer.pid())).isTrue();
            assertThat(answer(to, from)).isEqualTo("full");
            assertThat(FullDisk.end(writer.pid())).isTrue();
            assertThat(answer(to, from)).isEqualTo("written");
        }
        writer.waitFor();

        assertThat(folder.resolve("lines")).hasContent("line\nline\n");
        assertThat(FullDisk.end(writer.pid())).as("it has ended").isFalse();
    }
}
