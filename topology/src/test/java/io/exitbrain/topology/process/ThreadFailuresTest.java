package io.exitbrain.topology.process;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadFailuresTest {

    private long nowMs;
    private final ThreadFailures failures = new ThreadFailures(() -> nowMs);

    static Stream<Throwable> putOut() {
        return Stream.of(
                new FencedInstanceIdException("x"),
                new StreamsException(new ProducerFencedException("x")),
                new StreamsException(new RuntimeException(new InvalidTxnStateException("x"))));
    }

    @ParameterizedTest
    @MethodSource("putOut")
    void shouldReplaceAThreadThatWasPutOutOfTheGroup(Throwable failure) {
        assertThat(failures.responseTo(failure)).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void shouldStopAfterAnyOtherFailure() {
        assertThat(failures.responseTo(new StreamsException(new IllegalStateException("x"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldStopWhenReplacingDoesNotHelp() {
        for (int i = 0; i < 10; i++) {
            assertThat(failures.responseTo(new FencedInstanceIdException("x"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(failures.responseTo(new FencedInstanceIdException("x"))).isEqualTo(SHUTDOWN_CLIENT);

        nowMs += 60_000;
        assertThat(failures.responseTo(new FencedInstanceIdException("x"))).isEqualTo(REPLACE_THREAD);
    }
}
