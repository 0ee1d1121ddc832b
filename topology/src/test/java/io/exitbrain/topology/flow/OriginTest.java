package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static Headers with(byte[] value) {
        return new RecordHeaders().add("other", new byte[1]).add(Origin.HEADER, value);
    }

    @Test
    void shouldReadWhatItWrites() {
        Origin origin = new Origin("exchange-events", 11, 1_841);

        assertThat(origin.asHeader()).asString(StandardCharsets.UTF_8).isEqualTo("exchange-events-11@1841");
        assertThat(Origin.in(with(origin.asHeader()))).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "exchange-events",
                "exchange-events-1",
                "a-1@",
                "a-@1",
                "-1@1",
                "a b-1@1",
                "a-1@-1",
                "a-9999999999@1"
            })
    void shouldIgnoreAMalformedHeader(String value) {
        assertThat(Origin.in(with(value.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void shouldIgnoreAMissingHeader() {
        assertThat(Origin.in(new RecordHeaders())).isEmpty();
    }
}
