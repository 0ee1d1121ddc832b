package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Producers that place keys by another rule than the engine: each position is protected all the same. Each test has symbols of its own,
 * one whose CRC32 partition is another than that of murmur2.
 */
@Timeout(120)
abstract class PlacementSuite extends EngineFixture {

    private static final int PARTITIONS = 6;

    private int symbols;

    /** A new symbol whose two partitions differ. */
    private String newSymbol() {
        while (true) {
            symbols++;
            String symbol = "W" + symbols + lane().name().charAt(0) + "USDT";
            byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
            if (Utils.toPositive(Utils.murmur2(key)) % PARTITIONS != Crc32Partitioner.of(key, PARTITIONS)) {
                return symbol;
            }
        }
    }

    private List<String> actions(String symbol, int count) {
        return commandsOf(symbol, count).stream()
                .map(ConsumerRecord::value)
                .map(value -> value.replaceAll(".*\"action\":\"([A-Z]+)\".*\"stopPrice\":\"?([0-9.a-z]+).*", "$1 $2"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, MURMUR2",
        "MURMUR2, CRC32",
        "CRC32, CRC32",
        "ROUND_ROBIN, MURMUR2",
        "MURMUR2, ROUND_ROBIN",
        "ROUND_ROBIN, CRC32"
    })
    void shouldProtectAPositionWhereverItsFillsAndPricesAre(Placement fills, Placement prices) {
        String symbol = newSymbol();
        try (TopicClient filling = new TopicClient(bootstrapServers, fills);
                TopicClient pricing = new TopicClient(bootstrapServers, prices)) {
            filling.send("order-fills", symbol, "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
            assertThat(actions(symbol, 1)).containsExactly("PLACE 98");

            pricing.send("mark-prices", symbol, "{'p':'104'}");
            assertThat(actions(symbol, 2)).containsExactly("PLACE 98", "MOVE 102.44");

            pricing.send("mark-prices", symbol, "{'p':'102'}");
            assertThat(actions(symbol, 3)).containsExactly("PLACE 98", "MOVE 102.44", "EXIT 102.44");

            filling.send("order-fills", symbol, "{'side':'SELL','price':'102','quantity':'1','reduceOnly':true}");
            assertThat(actions(symbol, 4)).last().isEqualTo("CANCEL null");
        }
    }

    @ParameterizedTest
    @CsvSource({"CRC32, CRC32", "ROUND_ROBIN, MURMUR2", "MURMUR2, CRC32"})
    void shouldConfirmStopsAndFollowSnapshotsWhereverTheyAre(Placement snapshots, Placement reports) {
        String symbol = newSymbol();
        try (TopicClient holding = new TopicClient(bootstrapServers, snapshots);
                TopicClient reporting = new TopicClient(bootstrapServers, reports)) {
            holding.send(
                    "positions",
                    symbol,
                    "{'positionAmt':'-2','entryPrice':'100','markPrice':'100','leverage':'5','updateTime':"
                            + (System.currentTimeMillis() - 5_000) + "}");
            String placed = commandsOf(symbol, 1).get(0).value();
            String id = placed.replaceAll(".*\"commandId\":\"([^\"]+)\".*", "$1");

            reporting.send("execution-reports", symbol, "{'commandId':'" + id + "','status':'ACCEPTED'}");

            List<ConsumerRecord<String, String>> confirmed = topics.committed(
                    "exit-events",
                    1,
                    record -> symbol.equals(record.key()) && record.value().contains("\"CONFIRMED\""));
            assertThat(confirmed.get(0).value()).contains("\"topic\":\"execution-reports\"");
        }
    }

    @Test
    void shouldProtectAPositionThatKcatReports() {
        assumeTrue(Kcat.isInstalled(), "kcat is not installed");
        String symbol = newSymbol();
        List<String> keyed = List.of("-K", "|");

        Kcat.send(
                bootstrapServers,
                "order-fills",
                keyed,
                symbol + "|{'side':'BUY','price':'100','quantity':'1','leverage':5}");
        assertThat(actions(symbol, 1)).containsExactly("PLACE 98");

        Kcat.send(bootstrapServers, "mark-prices", keyed, symbol + "|{'p':'104'}");
        assertThat(actions(symbol, 2)).containsExactly("PLACE 98", "MOVE 102.44");

        Kcat.send(bootstrapServers, "mark-prices", keyed, symbol + "|{'p':'102'}");
        assertThat(actions(symbol, 3)).containsExactly("PLACE 98", "MOVE 102.44", "EXIT 102.44");
    }

    @Test
    void shouldProtectAPositionThatKcatReportsAsExchangeEvents() {
        assumeTrue(Kcat.isInstalled(), "kcat is not installed");
        String symbol = newSymbol();

        Kcat.send(
                bootstrapServers,
                "exchange-events",
                List.of(),
                "{'symbol':'" + symbol + "','side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        assertThat(actions(symbol, 1)).containsExactly("PLACE 98");

        Kcat.send(bootstrapServers, "exchange-events", List.of(), "{'symbol':'" + symbol + "','markPrice':'97'}");
        assertThat(actions(symbol, 2)).containsExactly("PLACE 98", "EXIT 98");
    }

    @Test
    void shouldDistributeExchangeEventsUnderExactlyOnce() {
        String symbol = newSymbol();
        topics.send(
                "exchange-events",
                null,
                "{'symbol':'" + symbol + "','side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}");
        topics.send("exchange-events", "any key", "not json");

        assertThat(actions(symbol, 1)).containsExactly("PLACE 98");
        assertThat(topics.committed("dead-letters", 1, record -> "any key".equals(record.key())))
                .extracting(TopicClient::reasonOf)
                .singleElement()
                .asString()
                .contains("not JSON", "(exchange-events-");
        assertThat(topics.committed("order-fills", 1, record -> symbol.equals(record.key())))
                .singleElement()
                .satisfies(record -> assertThat(record.partition())
                        .isEqualTo(
                                Utils.toPositive(Utils.murmur2(symbol.getBytes(StandardCharsets.UTF_8))) % PARTITIONS));
    }

    @Test
    void shouldKeepHealthAndSayWhatToChange() {
        String symbol = newSymbol();
        try (TopicClient filling = new TopicClient(bootstrapServers, Placement.CRC32)) {
            filling.send("order-fills", symbol, "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
            actions(symbol, 1);
        }

        JsonNode health = http.json("/health");

        assertThat(health.path("reasons").toString()).doesNotContain("order-fills");
        assertThat(health.path("advice").toString())
                .contains("order-fills: records are on another partition", "partitioner=murmur2_random");
        assertThat(http.get("/metrics").body())
                .containsPattern("exit_brain_rerouted_total\\{topic=\"order-fills\",why=\"wrong-partition\"\\} [1-9]");
    }

    @Test
    void shouldNameTheOriginalRecordAsTheCause() {
        String symbol = newSymbol();
        double before = sentRound();
        try (TopicClient filling = new TopicClient(bootstrapServers, Placement.CRC32)) {
            filling.send("order-fills", symbol, "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
        }
        int partition = Crc32Partitioner.of(symbol.getBytes(StandardCharsets.UTF_8), PARTITIONS);

        List<ConsumerRecord<String, String>> sent = topics.committed(
                "order-fills",
                1,
                record -> symbol.equals(record.key()) && record.headers().lastHeader("exit-brain-origin") != null);
        String origin =
                new String(sent.get(0).headers().lastHeader("exit-brain-origin").value(), StandardCharsets.UTF_8);
        assertThat(origin).startsWith("order-fills-" + partition + "@");
        assertThat(topics.committed("exit-events", 1, record -> symbol.equals(record.key()))
                        .get(0)
                        .value())
                .contains("\"topic\":\"order-fills\",\"partition\":" + partition + ",\"offset\":"
                        + origin.substring(origin.indexOf('@') + 1));
        assertThat(sentRound()).as("it is sent once").isEqualTo(before + 1);
    }

    /** The number of fills that were sent to another partition. */
    private double sentRound() {
        String name = "exit_brain_rerouted_total{topic=\"order-fills\",why=\"wrong-partition\"} ";
        return http.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }
}
