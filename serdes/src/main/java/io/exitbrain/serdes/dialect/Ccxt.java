package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.CommandIds;
import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CCXT's unified structures: trades of the account, positions, orders, markets, and tickers with a mark price. */
final class Ccxt implements Dialect {

    static final String NAME = "ccxt";

    private static final Map<String, String> STATUSES = Map.of(
            "open",
            "ACCEPTED",
            "closed",
            "FILLED",
            "canceled",
            "CANCELED",
            "expired",
            "CANCELED",
            "rejected",
            "REJECTED");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        return payload.fields().containsKey("info")
                || payload.hasAny("takerOrMaker", "datetime")
                || payload.hasAll("amount", "cost")
                || payload.hasAll("filled", "remaining")
                || payload.has("hedged")
                || payload.hasAll("symbol", "contracts")
                || isMarket(payload);
    }

    @Override
    public List<Verdict> read(Payload payload) {
        if (isMarket(payload)) {
            return List.of(CcxtMarkets.instrument(payload));
        }
        if (isSpot(payload)) {
            return List.of(Verdict.skipped(NAME, "spot"));
        }
        if (payload.hasAny("contracts", "hedged", "unrealizedPnl", "marginMode", "liquidationPrice")) {
            return List.of(position(payload));
        }
        if (payload.hasAny("filled", "remaining", "clientOrderId", "timeInForce")) {
            return Orders.report(payload, NAME, () -> report(payload), "filled");
        }
        return payload.hasAll("side", "price", "amount") ? List.of(trade(payload)) : ofMarket(payload);
    }

    private static boolean isMarket(Payload payload) {
        return payload.object("precision").isPresent()
                && payload.object("limits").isPresent();
    }

    /** CCXT writes contracts as BASE/QUOTE:SETTLE and spot pairs as BASE/QUOTE. */
    private static boolean isSpot(Payload payload) {
        return payload.text("symbol")
                .filter(symbol -> symbol.contains("/") && !symbol.contains(":"))
                .isPresent();
    }

    private static List<Verdict> ofMarket(Payload payload) {
        if (!payload.has("markPrice")) {
            return List.of(Verdict.skipped(NAME, "no message for us"));
        }
        return new Draft(NAME, MessageKind.MARK_PRICE, payload)
                .take("symbol", "symbol")
                .take("markPrice", "markPrice")
                .takeTime("time", "timestamp")
                .verdicts();
    }

    /** A trade of the account names its order; a trade of the market does not. */
    private static Verdict trade(Payload trade) {
        if (trade.text("order").isEmpty()) {
            return Verdict.refused("ccxt: order is missing: a trade of the market is no fill; connect watchMyTrades");
        }
        return new Draft(NAME, MessageKind.ORDER_FILL, trade)
                .take("symbol", "symbol")
                .take("side", "side")
                .take("price", "price")
                .take("quantity", "amount")
                .takeId("fillId", "id")
                .take("orderId", "order")
                .takeTime("time", "timestamp")
                .verdict();
    }

    private static List<Verdict> report(Payload order) {
        return CommandIds.in(order, "clientOrderId")
                .map(id -> new Draft(NAME, MessageKind.EXECUTION_REPORT, order)
                        .take("symbol", "symbol")
                        .take("commandId", id)
                        .set("status", status(order))
                        .take("stopPrice", "triggerPrice", "stopPrice")
                        .takeTime("time", "lastUpdateTimestamp", "timestamp")
                        .verdicts())
                .orElse(List.of(
                        Verdict.skipped(NAME, "order " + order.text("status").orElse(""))));
    }

    private static String status(Payload order) {
        String status = order.text("status").orElseThrow(() -> new Refusal("ccxt: status is missing"));
        return Orders.status(STATUSES, status, NAME);
    }

    /** The amount is unsigned, with a side. In hedge mode the side is the position side. */
    private static Verdict position(Payload position) {
        Optional<Boolean> isLong = position.text("side").map(Ccxt::isLong);
        Draft draft = new Draft(NAME, MessageKind.POSITION, position)
                .take("symbol", "symbol")
                .set("positionAmt", Orders.signed(NAME, contracts(position), isLong))
                .take("entryPrice", "entryPrice")
                .take("markPrice", "markPrice")
                .take("leverage", "leverage")
                .take("liquidationPrice", "liquidationPrice")
                .takeTime("updateTime", "timestamp");
        boolean isHedged = position.value("hedged")
                .map(JsonValue::text)
                .filter("true"::equals)
                .isPresent();
        if (isHedged) {
            draft.set(
                    "positionSide", isLong.orElseThrow(() -> new Refusal("ccxt: side is missing")) ? "LONG" : "SHORT");
        }
        return draft.verdict();
    }

    private static BigDecimal contracts(Payload position) {
        return Orders.required(position, NAME, position.has("contracts") ? "contracts" : "amount");
    }

    private static boolean isLong(String side) {
        return switch (side) {
            case "long" -> true;
            case "short" -> false;
            default ->
                throw new Refusal("ccxt: side must be long or short, was "
                        + JsonValue.ofText(side).quoted());
        };
    }
}
