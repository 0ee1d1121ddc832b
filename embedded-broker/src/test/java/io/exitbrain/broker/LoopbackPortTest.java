package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    /** The system gives one of about 28,000 ports at random: without memory, some of 1,500 would be equal. */
    @Test
    void shouldGiveAnotherPortAtEachCall() {
        assertThat(IntStream.range(0, 1_500).map(call -> LoopbackPort.free()).boxed())
                .doesNotHaveDuplicates();
    }
}
