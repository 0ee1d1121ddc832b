package io.exitbrain.demo.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Writes what the exchange says, each message in the shape its topic carries. */
final class ExchangeJson {

    private static final String ONE_WAY = "BOTH";

    private ExchangeJson() {}

    static String fill(Fill fill) {
        return message(fill.symbol())
                .put("side", fill.side().name())
                .put("price", plain(fill.price()))
                .put("quantity", plain(fill.quantity()))
                .put("fillId", fill.fillId())
                .put("orderId", fill.orderId())
                .put("positionSide", ONE_WAY)
                .put("reduceOnly", fill.reduceOnly())
                .put("time", fill.timeMs())
                .toString();
    }

    static String position(Snapshot snapshot) {
        return message(snapshot.symbol())
                .put("positionAmt", plain(snapshot.position().quantity()))
                .put("entryPrice", plain(snapshot.position().entry()))
                .put("markPrice", plain(snapshot.mark()))
                .put("leverage", Integer.toString(snapshot.leverage()))
                .put("positionSide", ONE_WAY)
                .put("unrealizedProfit", plain(snapshot.unrealisedProfit()))
                .put("updateTime", snapshot.timeMs())
                .toString();
    }

    /** As the exchanges' own mark-price streams send it. */
    static String markPrice(String symbol, BigDecimal mark, long timeMs) {
        return object().put("e", "markPriceUpdate")
                .put("E", timeMs)
                .put("s", symbol)
                .put("p", plain(mark))
                .toString();
    }

    static String report(ExecutionReport report) {
        ObjectNode message = message(report.symbol())
                .put("commandId", report.commandId())
                .put("status", report.status().name());
        report.stopPrice().ifPresent(price -> message.put("stopPrice", plain(price)));
        if (!report.reason().isEmpty()) {
            message.put("reason", report.reason());
        }
        return message.put("time", report.timeMs()).toString();
    }

    static String instrument(Instrument listed) {
        return message(listed.symbol())
                .put("tickSize", plain(listed.tick()))
                .put("stepSize", plain(listed.step()))
                .put("minQuantity", plain(listed.step()))
                .put("minNotional", plain(listed.minNotional()))
                .toString();
    }

    static String context(Instrument listed) {
        return message(listed.symbol()).put("regime", listed.regime()).toString();
    }

    private static ObjectNode message(String symbol) {
        return object().put("symbol", symbol);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
