package io.exitbrain.demo.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Writes the events of the exchange as the JSON messages of their topics. */
final class ExchangeJson {

    private static final String ONE_WAY_MODE = "BOTH";

    private ExchangeJson() {}

    static String fill(ExchangeFill fill) {
        return message(fill.symbol())
                .put("side", fill.side().name())
                .put("price", plain(fill.price()))
                .put("quantity", plain(fill.quantity()))
                .put("fillId", fill.fillId())
                .put("orderId", fill.orderId())
                .put("positionSide", ONE_WAY_MODE)
                .put("reduceOnly", fill.reduceOnly())
                .put("time", fill.timeMs())
                .toString();
    }

    static String position(ExchangeSnapshot snapshot) {
        return message(snapshot.symbol())
                .put("positionAmt", plain(snapshot.position().quantity()))
                .put("entryPrice", plain(snapshot.position().entry()))
                .put("markPrice", plain(snapshot.mark()))
                .put("leverage", Integer.toString(snapshot.leverage()))
                .put("positionSide", ONE_WAY_MODE)
                .put("unrealizedProfit", plain(snapshot.unrealisedProfit()))
                .put("updateTime", snapshot.timeMs())
                .toString();
    }

    /** In the format of the mark-price streams of real exchanges. */
    static String markPrice(MarkedPrice price) {
        return object().put("e", "markPriceUpdate")
                .put("E", price.timeMs())
                .put("s", price.symbol())
                .put("p", plain(price.mark()))
                .toString();
    }

    static String report(ExchangeReport report) {
        ObjectNode message = message(report.symbol())
                .put("commandId", report.commandId())
                .put("status", report.status().name());
        report.stopPrice().ifPresent(price -> message.put("stopPrice", plain(price)));
        if (!report.reason().isEmpty()) {
            message.put("reason", report.reason());
        }
        return message.put("time", report.timeMs()).toString();
    }

    static String instrument(Listing listing) {
        return message(listing.symbol())
                .put("tickSize", plain(listing.tick()))
                .put("stepSize", plain(listing.step()))
                .put("minQuantity", plain(listing.step()))
                .put("minNotional", plain(listing.minNotional()))
                .toString();
    }

    static String context(Listing listing) {
        return message(listing.symbol()).put("regime", listing.regime()).toString();
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
