package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow without Kafka Streams writes what the topology writes, also for records that are rare and for lines that are unusual. */
class DirectFlowTest {

    /** One of each kind: other keys, several messages in a record, elements of several topics, exchange events, unusable values. */
    private static final List<String> LINES = List.of(
            "{'topic':'instruments','key':'A','value':{'tickSize':'0.1','stepSize':'1'},'timestamp':%d}",
            "{'topic':'instruments','key':null,'value':{'tickSize':'0.2'},'timestamp':%d}",
            "{'topic':'instruments','key':'B','value':{'tickSize':'none'},'timestamp':%d}",
            "{'topic':'exit-context','key':'*','value':{'regime':'TREND','riskMode':'NORMAL'},'timestamp':%d}",
            "{'topic':'exit-context','key':'A','value':null,'timestamp':%d}",
            "{'topic':'order-fills','key':'A','value':{'symbol':'A','side':'BUY','price':'100','quantity':'4'},'timestamp':%d}",
            "{'topic':'order-fills','key':'wrong','value':{'symbol':'A','side':'SELL','price':'101','quantity':'1'},'timestamp':%d}",
            "{'topic':'order-fills','key':null,'value':[{'symbol':'A','side':'BUY','price':'100','quantity':'1','fillId':'1'},"
                    + "{'symbol':'B','side':'SELL','price':'50','quantity':'2','fillId':'2'},{'symbol':'C'}],'timestamp':%d}",
            "{'topic':'positions','key':'A','value':{'symbol':'A','positionAmt':'5','entryPrice':'100','leverage':'3'},'timestamp':%d}",
            "{'topic':'positions','key':null,'value':[{'symbol':'A','positionAmt':'5','entryPrice':'100'},"
                    + "{'symbol':'B','positionAmt':'-2','entryPrice':'50'}],'timestamp':%d}",
            "{'topic':'positions','key':'B','value':null,'timestamp':%d}",
            "{'topic':'mark-prices','key':'A','value':{'p':'104.5'},'timestamp':%d}",
            "{'topic': 'mark-prices', 'key': 'A', 'value': {'p': 100.01, 'symbol': 'A'}, 'timestamp': %d}",
            "{'topic':'mark-prices','key':'A','value':{'p':0.00000001},'timestamp':%d}",
            "{'topic':'mark-prices','key':'B','value':{'p':'49'},'timestamp':%d}",
            "{'topic':'mark-prices','key':'B','value':{'p':'60'},'timestamp':%d}",
            "{'topic':'mark-prices','key':null,'value':[{'symbol':'A','p':'103'},{'symbol':'B','p':'48'}],'timestamp':%d}",
            "{'topic':'mark-prices','key':'A','valueText':'{\\'p\\': not a price}','timestamp':%d}",
            "{'topic':'mark-prices','key':'A','value':null,'timestamp':%d}",
            "{'topic':'mark-prices','key':'A','value':{'p':'99'},'timestamp':0}",
            "{'topic':'mark-prices','key':'A','value':{'p':'98'},'timestamp':1764000000}",
            "{'topic':'execution-reports','key':'A','value':{'symbol':'A','planId':'x','version':1,'status':'ACCEPTED'},'timestamp':%d}",
            "{'topic':'exchange-events','key':null,'value':{'e':'markPriceUpdate','E':1764000000000,'s':'A','p':'105'},'timestamp':%d}",
            "{'topic':'exchange-events','key':null,'value':[{'e':'markPriceUpdate','E':1764000000000,'s':'A','p':'96'},"
                    + "{'e':'markPriceUpdate','E':1764000000000,'s':'B','p':'47'}],'timestamp':%d}",
            "{'topic':'exchange-events','key':'x','value':{'nonsense':1},'timestamp':%d}",
            "{'advanceWallClockMs':700}",
            "{'advanceWallClockMs':2500}",
            "{'advanceWallClockMs':1000}",
            "",
            "  {'topic':'mark-prices','key':'A','value':{'p':'101'},'timestamp':%d}  ");

    private static String random(long seed, String end) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        long time = 1_764_000_000_000L;
        // Without a time before it, a record without a time has the time of the system's clock.
        lines.add(
                "{\"topic\":\"mark-prices\",\"key\":\"A\",\"value\":{\"p\":\"100\"},\"timestamp\":%d}".formatted(time));
        for (int i = 0; i < 150; i++) {
            time += random.nextInt(4) == 0 ? 0 : random.nextInt(2_000);
            lines.add(LINES.get(random.nextInt(LINES.size())).formatted(time).replace('\'', '"'));
        }
        return String.join(end, lines);
    }

    private static String of(Replay replay, String lines, StringWriter out) throws IOException {
        try (replay) {
            replay.all(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        }
        return out.toString();
    }

    private static String direct(String lines) throws IOException {
        StringWriter out = new StringWriter();
        return of(Replay.direct(Policy.DEFAULT, out), lines, out);
    }

    private static String throughTopology(String lines) throws IOException {
        StringWriter out = new StringWriter();
        return of(Replay.through(Lane.FAST, Policy.DEFAULT, out), lines, out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldWriteTheSameBytesAsTheTopology(String end) throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            String lines = random(seed, end);

            assertThat(direct(lines))
                    .as("seed %d", seed)
                    .isEqualTo(throughTopology(lines))
                    .contains("dead-letters");
        }
    }

    @Test
    void shouldAbsorbOnlyAPriceThatNeedsNoDecision() {
        try (DirectFlow flow = DirectFlow.start(FlowContext.with(Policy.DEFAULT), 0)) {
            byte[] key = {'A'};
            long now = 1_764_000_000_000L;
            assertThat(flow.absorb(key, "{\"p\":\"100\"}".getBytes(StandardCharsets.UTF_8), now))
                    .isTrue();
            assertThat(flow.absorb(key, "{\"p\":\"-1\"}".getBytes(StandardCharsets.UTF_8), now))
                    .isFalse();
            assertThat(flow.absorb(key, "{\"p\":\"100\"}".getBytes(StandardCharsets.UTF_8), 0))
                    .isFalse();
            assertThat(flow.absorb(key, "{\"p\":\"100\"} ,".getBytes(StandardCharsets.UTF_8), now))
                    .isFalse();
        }
    }
}
