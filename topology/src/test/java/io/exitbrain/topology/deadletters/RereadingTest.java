package io.exitbrain.topology.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RereadingTest {

    private final Rereading rereading = new Rereading();

    @Test
    void shouldHaveNoObjectionToARecordThatTheEngineUses() {
        assertThat(rereading.objection(Letters.letter(0, "order-fills", "A", Letters.FILL)))
                .isEmpty();
        assertThat(rereading.objection(Letters.letter(0, "mark-prices", "A", "{\"p\":\"1\"}")))
                .isEmpty();
    }

    @Test
    void shouldObjectToWhatWouldBeRefusedAgain() {
        assertThat(rereading
                        .objection(Letters.letter(0, "order-fills", "A", "{}"))
                        .orElseThrow())
                .startsWith("would be refused again: ")
                .contains("is missing");
        assertThat(rereading
                        .objection(Letters.letter(0, "positions", "A", "nonsense"))
                        .orElseThrow())
                .startsWith("would be refused again: not JSON");
        assertThat(rereading
                        .objection(Letters.letter(0, "mark-prices", "A", null))
                        .orElseThrow())
                .startsWith("would be refused again: value is null");
    }

    @Test
    void shouldObjectToABatchOfWhichOneElementIsRefused() {
        String batch = "[{\"symbol\":\"A\",\"markPrice\":\"1\"},{\"symbol\":\"B\",\"markPrice\":\"0\"}]";

        assertThat(rereading
                        .objection(Letters.letter(0, "mark-prices", null, batch))
                        .orElseThrow())
                .startsWith("would be refused again: ");
        assertThat(rereading.objection(Letters.letter(0, "mark-prices", null, batch.replace("\"0\"", "\"2\""))))
                .isEmpty();
    }

    /** The good elements of a batch were used when it came. Only its id tells the engine that a fill was counted. */
    @Test
    void shouldObjectToABatchWithAFillThatWouldCountTwice() {
        String fill = "{\"symbol\":\"%s\",\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"fillId\":\"%s\"}";
        String known = "[" + fill.formatted("A", "1") + "," + fill.formatted("B", "2") + "]";
        String nameless = known.replace(",\"fillId\":\"2\"", "");

        assertThat(rereading.objection(Letters.letter(0, "order-fills", null, known)))
                .isEmpty();
        assertThat(rereading
                        .objection(Letters.letter(0, "order-fills", null, nameless))
                        .orElseThrow())
                .isEqualTo(
                        "could count a fill of B twice: it has no fillId, and the good fills of a batch were used when it came");
    }

    @Test
    void shouldReadExchangeEventsAsTheEngineDoes() {
        String price = "{\"e\":\"markPriceUpdate\",\"E\":1764000000000,\"s\":\"BTCUSDT\",\"p\":\"95950.0\"}";

        assertThat(rereading.objection(Letters.letter(0, "exchange-events", null, price)))
                .isEmpty();
        assertThat(rereading
                        .objection(Letters.letter(0, "exchange-events", null, "{}"))
                        .orElseThrow())
                .contains("refused");
    }

    @Test
    void shouldNotReadOtherTopics() {
        assertThat(rereading.isRead("order-fills")).isTrue();
        assertThat(rereading.isRead("exchange-events")).isTrue();
        assertThat(rereading.isRead("exit-plans")).isFalse();
        assertThat(rereading.isRead("unknown")).isFalse();
    }
}
