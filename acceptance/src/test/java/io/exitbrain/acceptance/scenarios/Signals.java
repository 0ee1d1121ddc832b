package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Sends a signal to a process. */
final class Signals {

    private Signals() {}

    /** {@code signal} is a name such as STOP or CONT. */
    static void send(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
