package io.exitbrain.topology.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence on top of the page. */
class HeadlineTest {

    private static ObjectNode row(String key, String r) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("side", "LONG")
                .put("quantity", "1")
                .put("unprotected", false)
                .putNull("unprotectedSince")
                .put("why", "");
        row.putObject("stop").put("state", "WATCHING");
        row.putObject("ifStopped").put("r", r);
        return row;
    }

    private static ObjectNode unprotected(String key, long since) {
        return row(key, "-1").put("unprotected", true).put("unprotectedSince", since);
    }

    private static ObjectNode headline(List<ObjectNode> rows, Integer... missing) {
        return Headline.of(rows, new Positions(rows, 6, List.of(missing), 1));
    }

    private static void shouldSay(ObjectNode headline, String level, String text) {
        assertThat(headline.path("level").asText()).isEqualTo(level);
        assertThat(headline.path("text").asText()).isEqualTo(text);
    }

    @Test
    void shouldSayThatAllAreProtected() {
        shouldSay(headline(List.of()), "PROTECTED", "NO OPEN POSITION");
        shouldSay(headline(List.of(row("A", "-1"))), "PROTECTED", "THE ONE POSITION IS PROTECTED");
        shouldSay(headline(List.of(row("A", "-1"), row("B", "1"))), "PROTECTED", "ALL 2 POSITIONS PROTECTED");
    }

    @Test
    void shouldNameTheOneThatIsUnprotectedForTheLongestTime() {
        ObjectNode headline = headline(List.of(row("A", "1"), unprotected("B", 20), unprotected("C", 10)));

        shouldSay(headline, "UNPROTECTED", "2 OF 3 UNPROTECTED");
        assertThat(headline.path("worst").path("key").asText()).isEqualTo("C");
    }

    @Test
    void shouldNotSayProtectedWhileAPartitionIsMissing() {
        shouldSay(
                headline(List.of(row("A", "1")), 2),
                "PARTIAL",
                "5 of 6 partitions answer: protection is not known for the others");
        shouldSay(
                headline(List.of(unprotected("A", 1)), 2),
                "UNPROTECTED",
                "1 OF 1 UNPROTECTED, 5 of 6 partitions answer");
    }

    @Test
    void shouldNotCountDustAsProtected() {
        shouldSay(
                headline(List.of(row("A", "1"), row("B", "1").put("dust", true))),
                "PROTECTED",
                "THE ONE POSITION IS PROTECTED, 1 too small to protect");
    }

    @Test
    void shouldSumRiskAndLockedProfitApart() {
        ObjectNode headline = headline(List.of(row("A", "-1.0000"), row("B", "-0.4"), row("C", "2.5"), row("D", "0")));

        assertThat(headline.path("openRiskR").asText()).isEqualTo("1.4000");
        assertThat(headline.path("lockedR").asText()).isEqualTo("2.5");
    }
}
