package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Bybit V5, linear contracts: the topics execution, position, order, tickers, and instruments-info; of the REST answers their lists. */
final class Bybit implements Dialect {

    static final String NAME = "bybit";

    private static final Set<String> FILLS = Set.of("Trade", "AdlTrade", "BustTrade");
    private static final Set<String> NO_FILLS = Set.of("Funding", "Settle", "Delivery", "SessionSettlePnL");
    private static final Set<String> OTHER_CATEGORIES = Set.of("spot", "option");
    private static final Pattern TOPIC = Pattern.compile(
            "(execution|position|order|tickers|publicTrade|orderbook|kline|wallet|greeks|liquidation|allLiquidation|"
                    + "insurance|price_limit|adlAlert|dcp|lt|tickers_lt|kline_lt|rfq|spread)(\\..*)?");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        boolean hasTopic = payload.textAround("topic")
                .filter(topic -> TOPIC.matcher(topic).matches())
                .isPresent();
        return hasTopic
                || isExecution(payload)
                || BybitPositions.isPosition(payload)
                || isOrder(payload)
                || isTicker(payload)
                || isTrade(payload)
                || BybitPositions.isInstrument(payload);
    }

    @Override
    public List<Verdict> read(Payload payload) {
        String category = payload.text("category")
                .or(() -> payload.textAround("category"))
                .orElse("linear");
        if (OTHER_CATEGORIES.contains(category)) {
            return List.of(Verdict.skipped(NAME, category));
        }
        if (!category.equals("linear")) {
            throw new Refusal("bybit: category must be linear, was "
                    + JsonValue.ofText(category).quoted());
        }
        return linear(payload);
    }

    private static List<Verdict> linear(Payload payload) {
        if (isExecution(payload)) {
            return execution(payload);
        }
        if (BybitPositions.isInstrument(payload)) {
            return BybitPositions.instrument(payload);
        }
        if (isOrder(payload)) {
            return BybitOrders.read(payload);
        }
        if (BybitPositions.isPosition(payload)) {
            return BybitPositions.position(payload);
        }
        return isTicker(payload) ? ticker(payload) : other(payload);
    }

    private static boolean isExecution(Payload payload) {
        boolean hasType = payload.has("execType")
                && !payload.hasAny("instType", "instId", "ordId", "execID", "lastPx", "ordStatus");
        return hasType || payload.hasAny("execId", "execPrice", "execQty");
    }

    private static boolean isOrder(Payload payload) {
        return payload.hasAny("orderStatus", "orderLinkId", "cumExecQty")
                && !payload.has("executionType")
                && !payload.has("eventType");
    }

    private static boolean isTicker(Payload payload) {
        boolean isTopic = payload.textAround("topic")
                .filter(topic -> topic.startsWith("tickers."))
                .isPresent();
        return isTopic
                || payload.hasAny(
                        "bid1Price",
                        "ask1Price",
                        "price24hPcnt",
                        "prevPrice24h",
                        "prevPrice1h",
                        "tickDirection",
                        "openInterestValue");
    }

    private static boolean isTrade(Payload payload) {
        return payload.hasAll("BT", "p", "v");
    }

    private static List<Verdict> other(Payload payload) {
        String topic =
                isTrade(payload) ? "publicTrade" : payload.textAround("topic").orElse("unknown");
        if (topic.equals("execution")
                || topic.startsWith("position")
                || topic.startsWith("order.")
                || topic.equals("order")) {
            throw new Refusal("bybit: an element of " + topic + " without its fields");
        }
        return List.of(Verdict.skipped(NAME, topic.split("\\.", 2)[0]));
    }

    private static List<Verdict> ticker(Payload ticker) {
        if (!ticker.has("markPrice")) {
            return List.of(Verdict.skipped(NAME, "ticker without mark price"));
        }
        return new Draft(NAME, MessageKind.MARK_PRICE, ticker)
                .take("symbol", "symbol")
                .take("markPrice", "markPrice")
                .takeTime("time", "ts", "time")
                .verdicts();
    }

    private static List<Verdict> execution(Payload execution) {
        String type = execution
                .text("execType")
                .orElseThrow(
                        () -> new Refusal("bybit: execType is missing: only Trade, AdlTrade and BustTrade are fills"));
        if (NO_FILLS.contains(type)) {
            return List.of(Verdict.skipped(NAME, "execution " + type));
        }
        if (!FILLS.contains(type)) {
            throw new Refusal("bybit: execType must be Trade, AdlTrade, BustTrade, Funding, Settle or Delivery, was "
                    + JsonValue.ofText(type).quoted());
        }
        return fill(execution);
    }

    private static List<Verdict> fill(Payload execution) {
        Draft fill = new Draft(NAME, MessageKind.ORDER_FILL, execution)
                .take("symbol", "symbol")
                .take("side", "side")
                .take("price", "execPrice", "price")
                .take("quantity", "execQty", "quantity")
                .takeId("fillId", "execId", "fillId")
                .take("orderId", "orderId")
                .take("reduceOnly", "reduceOnly")
                .takeTime("time", "execTime", "time");
        BybitPositions.sideOf(execution).ifPresent(side -> fill.set("positionSide", side));
        return fill.verdicts();
    }
}
