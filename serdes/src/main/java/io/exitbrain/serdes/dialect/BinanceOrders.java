package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.CommandIds;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binance's events of orders: only an execution is a fill, and a change of an order of ours is an execution report. */
final class BinanceOrders {

    private static final Set<String> EXECUTIONS = Set.of("TRADE", "CALCULATED");
    private static final Set<String> CHANGES =
            Set.of("NEW", "CANCELED", "EXPIRED", "REJECTED", "AMENDMENT", "REPLACED", "TRADE_PREVENTION");

    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("NEW", "ACCEPTED"),
            Map.entry("PARTIALLY_FILLED", "ACCEPTED"),
            Map.entry("TRIGGERING", "ACCEPTED"),
            Map.entry("TRIGGERED", "ACCEPTED"),
            Map.entry("FILLED", "FILLED"),
            Map.entry("CANCELED", "CANCELED"),
            Map.entry("EXPIRED", "CANCELED"),
            Map.entry("EXPIRED_IN_MATCH", "CANCELED"),
            Map.entry("REJECTED", "REJECTED"));

    private BinanceOrders() {}

    /** Whether the payload is an order by short names, by the long names of an SDK, or of the REST API. */
    static boolean hasMarks(Payload payload) {
        return isShort(payload) || isAlgo(payload) || isLong(payload) || isRest(payload);
    }

    static List<Verdict> read(Payload order) {
        if (isAlgo(order)) {
            return report(order, "algo order");
        }
        if (isShort(order) || isLong(order)) {
            return ofExecution(order);
        }
        if (isRest(order)) {
            return Orders.report(order, Binance.NAME, () -> report(order, "order"), "executedQty", "cumQty");
        }
        throw new Refusal("binance: the order o is missing; send the event as the stream gives it, not flattened");
    }

    private static boolean isShort(Payload payload) {
        boolean isLiquidation = payload.hasAll("s", "X", "z");
        boolean isExecution = payload.hasAll("s", "L", "l") && payload.hasAny("S");
        return payload.hasAll("s", "x", "X") || isLiquidation || (isExecution && !payload.has("BT"));
    }

    private static boolean isLong(Payload payload) {
        return payload.hasAny(
                "executionType",
                "lastFilledPrice",
                "priceLastTrade",
                "lastFilledQty",
                "lastFilledQuantity",
                "orderTradeTime");
    }

    private static boolean isAlgo(Payload payload) {
        return payload.hasAny("caid", "clientAlgoId", "algoStatus");
    }

    private static boolean isRest(Payload payload) {
        return payload.hasAny("origQty", "executedQty", "cumQty");
    }

    private static List<Verdict> ofExecution(Payload order) {
        Optional<String> execution = order.text("x").or(() -> order.text("executionType"));
        if (execution.isEmpty()) {
            return List.of(withoutExecution(order));
        }
        if (EXECUTIONS.contains(execution.get())) {
            return executed(order);
        }
        if (!CHANGES.contains(execution.get())) {
            throw new Refusal("binance: execution type (x) \"%s\" is not known".formatted(execution.get()));
        }
        return report(order, "order " + execution.get());
    }

    /** A liquidation of the market has no order id and no execution type. */
    private static Verdict withoutExecution(Payload order) {
        return order.hasAny("i", "t", "L", "orderId", "tradeId", "lastFilledPrice")
                ? Verdict.refused("binance: execution type (x) is missing: only TRADE and CALCULATED are fills")
                : Verdict.skipped(Binance.NAME, "forceOrder");
    }

    private static List<Verdict> executed(Payload order) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(fill(order));
        reported(order).ifPresent(verdicts::add);
        return verdicts;
    }

    private static Verdict fill(Payload order) {
        return new Draft(Binance.NAME, MessageKind.ORDER_FILL, order)
                .take("symbol", "s", "symbol")
                .take("side", "S", "side", "orderSide")
                .take("price", "L", "lastFilledPrice", "priceLastTrade", "lastTradePrice")
                .take("quantity", "l", "lastFilledQty", "lastFilledQuantity", "lastTradeQuantity", "lastTradeQty")
                .takeId("fillId", "t", "tradeId", "tradeID")
                .take("orderId", "i", "orderId")
                .take("positionSide", "ps", "positionSide")
                .take("reduceOnly", "R", "isReduceOnly", "reduceOnly")
                .takeTime("time", "T", "orderTradeTime", "orderTime", "transactionTime", "E", "eventTime")
                .verdict();
    }

    private static List<Verdict> report(Payload order, String kind) {
        return List.of(reported(order).orElse(Verdict.skipped(Binance.NAME, kind)));
    }

    /** The report on a command of ours; empty for an order of anybody else. */
    private static Optional<Verdict> reported(Payload order) {
        return CommandIds.in(order, "c", "caid", "clientAlgoId", "clientOrderId")
                .map(id -> new Draft(Binance.NAME, MessageKind.EXECUTION_REPORT, order)
                        .take("symbol", "s", "symbol")
                        .take("commandId", id)
                        .set("status", statusOf(order))
                        .take("stopPrice", "sp", "tp", "stopPrice", "triggerPrice")
                        .take("reason", "rm", "er")
                        .takeTime("time", "T", "updateTime", "orderTradeTime", "transactionTime", "E", "eventTime")
                        .verdict());
    }

    private static String statusOf(Payload order) {
        String status = order.text("X")
                .or(() -> order.text("orderStatus"))
                .or(() -> order.text("algoStatus"))
                .or(() -> order.text("status"))
                .orElseThrow(() -> new Refusal("binance: status (X) is missing"));
        if (status.equals("FINISHED")) {
            return Orders.isPositive(order, "aq", "actualQty") ? "FILLED" : "CANCELED";
        }
        return Orders.status(STATUSES, status, Binance.NAME);
    }
}
