package io.exitbrain.benchmarks.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void shouldReturnWhatTheChildPrinted() throws IOException, InterruptedException {
        assertThat(child("talker", "say", "hello").runWithin(LONG_ENOUGH)).contains("hello");
    }

    @Test
    void shouldEndAChildAtItsDeadlineAndSaySo() {
        assertThatThrownBy(() -> child("sleeper", "sleep").runWithin(Duration.ofSeconds(1)))
                .isInstanceOf(ChildFailed.class)
                .hasMessageStartingWith("sleeper was not done after 1 s and was ended");
    }

    @Test
    void shouldQuoteAFailedChild() {
        assertThatThrownBy(() -> child("faller", "fall").runWithin(LONG_ENOUGH))
                .isInstanceOf(ChildFailed.class)
                .hasMessageContaining("faller failed with exit code 1")
                .hasMessageContaining("fell over");
    }

    private ChildJvm child(String name, String... arguments) {
        return new ChildJvm(name, folder, List.of("-Xmx32m"), PrintingChild.class, List.of(arguments));
    }

    /** The main class of the child JVMs of this test. */
    static final class PrintingChild {

        private PrintingChild() {}

        public static void main(String[] arguments) throws InterruptedException {
            switch (arguments[0]) {
                case "say" -> System.out.println(arguments[1]);
                case "sleep" -> Thread.sleep(LONG_ENOUGH.toMillis());
                default -> throw new IllegalStateException("fell over");
            }
        }
    }
}
