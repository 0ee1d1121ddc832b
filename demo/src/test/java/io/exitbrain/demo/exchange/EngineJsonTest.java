package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads the examples of the message contract. */
class EngineJsonTest {

    @Test
    void shouldReadThePlanOfTheContract() {
        ReceivedPlan plan = EngineJson.plan("""
                {"planId":"7Q2M4XK0H3ZD9A1B","symbol":"BTCUSDT","positionSide":"BOTH","side":"LONG","origin":"FILL",
                 "strategy":"scaled_tp","quantised":true,"initialQuantity":"0.010",
                 "legs":[{"index":1,"price":"95475.0","quantity":"0.002","execution":"LIMIT","status":"FILLED"},
                         {"index":2,"price":"95950.0","quantity":"0.002","execution":"MARKET","status":"OPEN"},
                         {"index":3,"price":"96900.0","quantity":"0.006","execution":"MARKET","status":"SKIPPED"}],
                 "stop":{"state":"WATCHING","price":"94050.0","confirmedPrice":null},"revision":1}""");

        assertThat(plan.planId()).isEqualTo("7Q2M4XK0H3ZD9A1B");
        assertThat(plan.legCount()).isEqualTo(2);
        assertThat(plan.openLegs())
                .containsExactly(new ReceivedPlan.Leg(2, new BigDecimal("95950.0"), new BigDecimal("0.002"), false));
        assertThat(plan.isFor(ExchangePosition.opened(BigDecimal.ONE, BigDecimal.ONE)))
                .isTrue();
        assertThat(plan.isFor(ExchangePosition.opened(BigDecimal.ONE.negate(), BigDecimal.ONE)))
                .isFalse();
    }

    @Test
    void shouldReadTheCommandOfTheContract() {
        ReceivedCommand command = EngineJson.command("""
                {"commandId":"7Q2M4XK0H3ZD9A1B-3","planId":"7Q2M4XK0H3ZD9A1B","version":3,"symbol":"BTCUSDT",
                 "positionSide":"BOTH","action":"MOVE","reason":"TRAIL","orderSide":"SELL","quantity":"0.010",
                 "stopPrice":"94572.0","previousStopPrice":"94510.8","reduceOnly":true,"markPrice":"96012.1"}""");

        assertThat(command.action()).isEqualTo(Action.MOVE);
        assertThat(command.version()).isEqualTo(3);
        assertThat(command.stopPrice()).contains(new BigDecimal("94572.0"));
    }

    @Test
    void shouldReadACancelWithoutPriceAndQuantity() {
        ReceivedCommand cancel = EngineJson.command("""
                {"commandId":"P-4","planId":"P","version":4,"symbol":"BTCUSDT","action":"CANCEL","reason":"POSITION_CLOSED",
                 "orderSide":"SELL","quantity":null,"stopPrice":null,"previousStopPrice":null}""");

        assertThat(cancel.quantity()).isEmpty();
        assertThat(cancel.stopPrice()).isEqualTo(Optional.empty());
    }

    @Test
    void shouldNameTheFieldThatIsMissing() {
        assertThatThrownBy(() -> EngineJson.event("{\"event\":\"ARMED\"}")).hasMessageContaining("symbol is missing");
    }
}
