package io.exitbrain.topology.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Alerts and closed positions, from the newest events. */
class RecentTest {

    private static final long MINUTE = 60_000;

    private final Recent recent = new Recent();

    private static ObjectNode event(String kind, long timestamp) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", kind)
                .put("planId", "P")
                .put("symbol", "BTCUSDT")
                .put("rule", "3.1 stop breached")
                .put("timestamp", timestamp);
    }

    private JsonNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        recent.all(all);
        return all;
    }

    @Test
    void shouldShowAClosedPositionWithTheReasonOfItsExit() {
        recent.event(event("TRIGGERED", 1).put("reason", "TRAILING_STOP"));
        recent.event(event("CLOSED", 2).put("reason", "POSITION_CLOSED"));

        assertThat(all().path("closed").get(0).path("reason").asText()).isEqualTo("TRAILING_STOP");
    }

    @Test
    void shouldDropAClosedPositionAfterFifteenMinutes() {
        recent.event(event("CLOSED", MINUTE));
        recent.at(16 * MINUTE);
        assertThat(all().path("closed")).hasSize(1);

        recent.at(16 * MINUTE + 1);
        assertThat(all().path("closed")).isEmpty();
    }

    @Test
    void shouldListTheNewestAlertFirstAndOnlyAHundred() {
        for (int i = 0; i < 500; i++) {
            recent.event(event("UNPROTECTED", i * 7 % 500));
        }

        assertThat(all().path("alerts")).hasSize(100);
        assertThat(all().path("alerts").get(0).path("timestamp").asLong()).isEqualTo(499);
        assertThat(all().path("alerts").get(99).path("timestamp").asLong()).isEqualTo(400);
    }

    @Test
    void shouldNotAlertForReportsThatComeLate() {
        recent.event(event("OUTDATED", 1).put("rule", "3 execution report"));
        recent.event(event("CONFIRMED", 1));
        assertThat(all().path("alerts")).isEmpty();

        recent.event(event("REFUSED", 1).put("rule", "1 impossible fill"));
        assertThat(all().path("alerts")).hasSize(1);
    }

    @Test
    void shouldKnowWhyAStopDoesNotStandUntilItDoes() {
        recent.event(event("REJECTED", 1).put("detail", "too close"));
        assertThat(recent.whyUnprotected("P")).isEqualTo("too close");

        recent.event(event("PROTECTED", 2));
        assertThat(recent.whyUnprotected("P")).isEmpty();
    }
}
