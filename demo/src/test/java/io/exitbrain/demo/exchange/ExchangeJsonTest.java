package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.exchange.ExchangeReport.Status;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeJsonTest {

    @Test
    void shouldWriteAFillWithPlainDecimals() {
        ExchangeFill fill = new ExchangeFill(
                "BTCUSDT", TradeSide.BUY, new BigDecimal("9.5E+4"), new BigDecimal("0.010"), "1001", "7", false, 1764L);

        assertThat(ExchangeJson.fill(fill)).isEqualTo("""
                        {"symbol":"BTCUSDT","side":"BUY","price":"95000","quantity":"0.010","fillId":"1001","orderId":"7",\
                        "positionSide":"BOTH","reduceOnly":false,"time":1764}""");
    }

    @Test
    void shouldWriteAShortAsANegativeAmount() {
        ExchangePosition position = ExchangePosition.opened(new BigDecimal("-2"), new BigDecimal("100"));
        ExchangeSnapshot snapshot = new ExchangeSnapshot("ETHUSDT", position, new BigDecimal("90"), 10, 1764L);

        assertThat(ExchangeJson.position(snapshot)).isEqualTo("""
                        {"symbol":"ETHUSDT","positionAmt":"-2","entryPrice":"100","markPrice":"90","leverage":"10",\
                        "positionSide":"BOTH","unrealizedProfit":"20","updateTime":1764}""");
    }

    @Test
    void shouldWriteMarkPricesAsTheExchangesSendThem() {
        assertThat(ExchangeJson.markPrice(new MarkedPrice("ETHUSDT", new BigDecimal("3200.00"), 1764L)))
                .isEqualTo("{\"e\":\"markPriceUpdate\",\"E\":1764,\"s\":\"ETHUSDT\",\"p\":\"3200.00\"}");
    }

    @Test
    void shouldLeaveOutEmptyFieldsOfAReport() {
        ExchangeReport report = new ExchangeReport("ETHUSDT", "P-1", Status.CANCELED, Optional.empty(), "", 1764L);

        assertThat(ExchangeJson.report(report))
                .isEqualTo("{\"symbol\":\"ETHUSDT\",\"commandId\":\"P-1\",\"status\":\"CANCELED\",\"time\":1764}");
    }
}
