package io.exitbrain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void shouldExitWithTwoOnABadOption() {
        assertThat(Main.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("demo", "--for", "soon"))
                .isEqualTo(2);
        assertThat(Main.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("demo", "--speed", "0"))
                .isEqualTo(2);
    }
}
