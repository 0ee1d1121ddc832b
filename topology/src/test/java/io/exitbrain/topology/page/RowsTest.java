package io.exitbrain.topology.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.topology.context.SymbolPartition;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the browsers are told of the rows: what has changed, and nothing else. */
class RowsTest {

    private static final int PARTITIONS = 6;
    private static final int BTC = SymbolPartition.of("BTCUSDT", PARTITIONS);

    private final Rows rows = new Rows();
    private String why = "";

    private JsonNode take(List<ObjectNode> now, Integer... missing) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        rows.take(new Positions(now, PARTITIONS, List.of(missing), 1), plan -> why, delta);
        return delta;
    }

    private JsonNode mark(String price, long time) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        rows.mark(new MarkPrice("BTCUSDT", new BigDecimal(price), time), 77);
        rows.takeMarks(delta);
        return delta;
    }

    private static ObjectNode row() {
        return OpenPosition.of("LONG", "BOTH").price("100").row();
    }

    @Test
    void shouldTellOnlyWhatHasChanged() {
        assertThat(take(List.of(row())).path("rows")).hasSize(1);
        assertThat(take(List.of(row()))).isEmpty();
        assertThat(take(List.of(row().put("quantity", "9"))).path("rows")).hasSize(1);
        assertThat(take(List.of()).path("gone").get(0).asText()).isEqualTo("BTCUSDT");
    }

    @Test
    void shouldTellTheNewestMarkAndItsRoom() {
        take(List.of(row()));

        assertThat(mark("101.0", OpenPosition.START + 10_000).toString())
                .isEqualTo("{\"marks\":[[\"BTCUSDT\",\"101.0\",%d,77,\"3.0\",\"0.029702\"]]}"
                        .formatted(OpenPosition.START + 10_000));
        assertThat(mark("99", OpenPosition.START)).isEmpty();
    }

    @Test
    void shouldKeepTheNewerMarkWhenTheRowChanges() {
        take(List.of(row()));
        mark("101.0", OpenPosition.START + 10_000);

        assertThat(take(List.of(row().put("quantity", "9")))
                        .path("rows")
                        .get(0)
                        .path("mark")
                        .asText())
                .isEqualTo("101.0");
    }

    @Test
    void shouldKeepTheRowsOfAPartitionThatDoesNotAnswer() {
        take(List.of(row()));

        JsonNode stale = take(List.of(), BTC);
        assertThat(stale.path("rows").get(0).path("stale").asBoolean()).isTrue();
        assertThat(take(List.of(), BTC)).isEmpty();

        JsonNode back = take(List.of(row()));
        assertThat(back.path("rows").get(0).has("stale")).isFalse();
        assertThat(rows.all()).hasSize(1);
    }

    @Test
    void shouldForgetARowOfAPartitionThatAnswersAgainWithoutIt() {
        take(List.of(row()));
        take(List.of(), BTC);

        assertThat(take(List.of()).path("gone")).hasSize(1);
    }

    @Test
    void shouldTellTheReasonThatComesAfterTheRow() {
        ObjectNode bare = OpenPosition.of("LONG", "BOTH").report(1, "REJECTED").row();
        take(List.of(bare));
        why = "would trigger immediately";

        assertThat(take(List.of(bare)).path("rows").get(0).path("why").asText()).isEqualTo(why);
    }
}
