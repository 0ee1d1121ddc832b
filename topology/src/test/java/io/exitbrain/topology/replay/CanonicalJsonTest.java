package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"1.50\",\"b\":[1,2.50,-3,true,false,null]}",
                "{\"a\":\"with space, E5, -0 and \u00e9\"}",
                "0.000001",
                "0.0000015"
            })
    void shouldTakeWhatATreeWouldWrite(String json) {
        assertThat(ReplayLine.Parser.asJson(json)).contains(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}",
                "1E5",
                "1e5",
                "-0.0",
                "0.0000001",
                "0.0000000",
                "{\"a\":\"\\u00e9\"}",
                "{\"a\":\"\\/\"}"
            })
    void shouldNotTakeWhatATreeWouldWriteInAnotherWay(String json) {
        assertThat(CanonicalJson.is(json)).isFalse();
        assertThat(ReplayLine.Parser.asJson(json)).isPresent().get().isNotEqualTo(json);
    }

    @Test
    void shouldTakeAPlanAsItIsWritten() {
        assertThat(CanonicalJson.is(
                        "{\"planId\":\"p-1\",\"stop\":{\"price\":\"98.5\",\"version\":1,\"confirmed\":false}}"))
                .isTrue();
    }
}
