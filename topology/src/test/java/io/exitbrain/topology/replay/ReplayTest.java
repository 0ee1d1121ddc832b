package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTest {

    private static final String DAY = """
            {"topic":"instruments","key":"A","value":{"tickSize":"0.1","stepSize":"1"},"timestamp":1}
            {"topic":"order-fills","key":null,"value":{"symbol":"A","side":"BUY","price":"100","quantity":"4"},"timestamp":1000}

            {"topic":"mark-prices","key":"A","value":{"p":110},"timestamp":2000}
            {"topic":"mark-prices","key":"A","valueText":"{\\"p\\":\\"not a price\\"}","timestamp":2500}
            {"topic":"mark-prices","key":"A","value":{"p":90},"timestamp":3000}
            {"advanceWallClockMs":10000}
            {"topic":"positions","key":"A","value":null,"timestamp":20000}
            """;

    private static String replay(String lines) throws IOException {
        return replay(lines, Lane.FAST);
    }

    private static String replay(String lines, Lane lane) throws IOException {
        StringWriter out = new StringWriter();
        try (Replay replay = Replay.through(lane, Policy.DEFAULT, out)) {
            replay.all(bytes(lines));
        }
        return out.toString();
    }

    private static String direct(String lines) throws IOException {
        StringWriter out = new StringWriter();
        try (Replay replay = Replay.direct(Policy.DEFAULT, out)) {
            replay.all(bytes(lines));
        }
        return out.toString();
    }

    private static InputStream bytes(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldGiveTheSameBytesEachTime() throws IOException {
        assertThat(replay(DAY)).isEqualTo(replay(DAY)).isNotEmpty();
    }

    @Test
    void shouldGiveTheSameBytesOnBothLanes() throws IOException {
        assertThat(replay(DAY, Lane.PLAIN)).isEqualTo(replay(DAY, Lane.FAST));
    }

    @Test
    void shouldGiveTheSameBytesWithoutKafkaStreams() throws IOException {
        assertThat(direct(DAY)).isEqualTo(replay(DAY)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendEachMoveHoweverLateTheWallClockIs(Lane lane) throws IOException {
        String late = DAY.replace(
                "{\"topic\":\"mark-prices\",\"key\":\"A\",\"value\":{\"p\":110}",
                "{\"advanceWallClockMs\":86400000}\n{\"topic\":\"mark-prices\",\"key\":\"A\",\"value\":{\"p\":110}");

        assertThat(replay(late, lane).lines())
                .filteredOn(line -> line.contains("\"action\":\"MOVE\""))
                .singleElement()
                .asString()
                .endsWith("\"timestamp\":2000}");
    }

    @Test
    void shouldWriteForEachLinePlansThenCommandsThenEventsThenDeadLetters() throws IOException {
        assertThat(replay(DAY)
                        .lines()
                        .map(line -> line.replaceAll(".*?\"topic\":\"([a-z-]+)\".*\"timestamp\":([0-9]+)}", "$1 $2")))
                .containsExactly(
                        "exit-plans 1000",
                        "trailing-stop-commands 1000",
                        "exit-events 1000",
                        "trailing-stop-commands 2000",
                        "exit-events 2000",
                        "exit-events 2000",
                        "dead-letters 2500",
                        "trailing-stop-commands 3000",
                        "exit-events 3000",
                        "trailing-stop-commands 13000",
                        "exit-events 13000",
                        "exit-plans 20000",
                        "trailing-stop-commands 20000",
                        "exit-events 20000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|line 2: is not JSON",
                "[]|line 2: must be a JSON object",
                "{\"topic\":\"prices\",\"key\":\"A\",\"value\":{},\"timestamp\":1}|line 2: topic must be one of",
                "{\"topic\":\"positions\",\"key\":\"A\",\"value\":{},\"timestamp\":-1}|line 2: timestamp must be epoch milliseconds",
                "{\"topic\":\"positions\",\"key\":\"A\",\"timestamp\":1}|line 2: exactly one of value, valueText and valueBase64",
                "{\"topic\":\"positions\",\"partition\":1,\"offset\":2,\"key\":\"A\",\"value\":{},\"timestamp\":1}|line 2: has a partition, as a recording with outputs",
                "{\"topic\":\"positions\",\"key\":1,\"value\":{},\"timestamp\":1}|line 2: key must be a text or null",
                "{\"advanceWallClockMs\":1.5}|line 2: advanceWallClockMs must be a whole number"
            })
    void shouldStopAtALineThatDoesNotFitAndNameIt(String line, String fault) {
        assertThatThrownBy(() -> replay("{\"advanceWallClockMs\":1}\n" + line))
                .isInstanceOf(ReplayStopped.class)
                .hasMessageContaining(fault);
    }
}
