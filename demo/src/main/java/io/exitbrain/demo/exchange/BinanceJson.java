package io.exitbrain.demo.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Writes the events of the exchange as the streams of Binance's USD-M futures do, with the fields of their documentation. */
final class BinanceJson {

    private static final String ONE_WAY_MODE = "BOTH";

    private BinanceJson() {}

    /** {@code ORDER_TRADE_UPDATE} of a market order that one execution fills. */
    static String fill(ExchangeFill fill) {
        ObjectNode event = event("ORDER_TRADE_UPDATE", fill.timeMs()).put("T", fill.timeMs());
        event.putObject("o")
                .put("s", fill.symbol())
                .put("c", "paper-" + fill.symbol() + "-" + fill.fillId())
                .put("S", fill.side().name())
                .put("o", "MARKET")
                .put("f", "GTC")
                .put("q", plain(fill.quantity()))
                .put("p", "0")
                .put("ap", plain(fill.price()))
                .put("sp", "0")
                .put("x", "TRADE")
                .put("X", "FILLED")
                .put("i", Long.parseLong(fill.fillId()))
                .put("l", plain(fill.quantity()))
                .put("z", plain(fill.quantity()))
                .put("L", plain(fill.price()))
                .put("T", fill.timeMs())
                .put("t", Long.parseLong(fill.fillId()))
                .put("m", false)
                .put("R", fill.reduceOnly())
                .put("wt", "CONTRACT_PRICE")
                .put("ot", "MARKET")
                .put("ps", ONE_WAY_MODE)
                .put("rp", "0");
        return event.toString();
    }

    /** {@code ACCOUNT_UPDATE} after an order. It has neither a mark price nor a leverage. */
    static String position(ExchangeSnapshot snapshot) {
        ObjectNode event = event("ACCOUNT_UPDATE", snapshot.timeMs()).put("T", snapshot.timeMs());
        ObjectNode account = event.putObject("a").put("m", "ORDER");
        account.putArray("B")
                .addObject()
                .put("a", "USDT")
                .put("wb", "100000")
                .put("cw", "100000")
                .put("bc", "0");
        account.putArray("P")
                .addObject()
                .put("s", snapshot.symbol())
                .put("pa", plain(snapshot.position().quantity()))
                .put("ep", plain(snapshot.position().entry()))
                .put("cr", "0")
                .put("up", plain(snapshot.unrealisedProfit()))
                .put("mt", "cross")
                .put("iw", "0")
                .put("ps", ONE_WAY_MODE);
        return event.toString();
    }

    /** {@code ACCOUNT_CONFIG_UPDATE}: the leverage of a symbol. */
    static String leverage(ExchangeSnapshot snapshot) {
        ObjectNode event = event("ACCOUNT_CONFIG_UPDATE", snapshot.timeMs()).put("T", snapshot.timeMs());
        event.putObject("ac").put("s", snapshot.symbol()).put("l", snapshot.leverage());
        return event.toString();
    }

    /** {@code markPriceUpdate}; {@code T} is the time of the next funding. */
    static String markPrice(MarkedPrice price) {
        String mark = plain(price.mark());
        return event("markPriceUpdate", price.timeMs())
                .put("s", price.symbol())
                .put("p", mark)
                .put("i", mark)
                .put("P", mark)
                .put("r", "0.0001")
                .put("T", price.timeMs() + 28_800_000)
                .toString();
    }

    /** The answer of {@code exchangeInfo}, with one symbol. */
    static String listing(Listing listing) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("timezone", "UTC");
        ArrayNode filters = answer.putArray("symbols")
                .addObject()
                .put("symbol", listing.symbol())
                .put("contractType", "PERPETUAL")
                .put("status", "TRADING")
                .putArray("filters");
        filters.addObject().put("filterType", "PRICE_FILTER").put("tickSize", plain(listing.tick()));
        filters.addObject()
                .put("filterType", "LOT_SIZE")
                .put("stepSize", plain(listing.step()))
                .put("minQty", plain(listing.step()));
        filters.addObject().put("filterType", "MIN_NOTIONAL").put("notional", plain(listing.minNotional()));
        return answer.toString();
    }

    private static ObjectNode event(String kind, long timeMs) {
        return JsonNodeFactory.instance.objectNode().put("e", kind).put("E", timeMs);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
