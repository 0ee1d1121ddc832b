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

/** OKX's orders and fills: an update of an order is a fill if it has a trade id and a filled size. */
final class OkxOrders {

    private static final Set<String> EXECUTED = Set.of("partially_filled", "filled");

    private static final Map<String, String> STATUSES = Map.of(
            "live", "ACCEPTED",
            "partially_filled", "ACCEPTED",
            "effective", "ACCEPTED",
            "partially_effective", "ACCEPTED",
            "filled", "FILLED",
            "canceled", "CANCELED",
            "mmp_canceled", "CANCELED",
            "order_failed", "REJECTED",
            "partially_failed", "REJECTED");

    private OkxOrders() {}

    static boolean isOrder(Payload payload) {
        return payload.hasAny("ordId", "fillPx", "fillSz", "algoId", "state") && !payload.has("tickSz");
    }

    static List<Verdict> read(Payload order) {
        List<Verdict> verdicts = new ArrayList<>();
        if (isExecution(order)) {
            verdicts.add(fill(order));
        }
        reported(order).ifPresent(verdicts::add);
        if (!verdicts.isEmpty()) {
            return verdicts;
        }
        boolean isExecuted = Orders.isPositive(order, "accFillSz");
        String state = order.text("state").orElse("");
        return List.of(Verdict.skipped(Okx.NAME, isExecuted ? Orders.EXECUTED_ORDER : "order " + state));
    }

    /** The channel fills has no state: each of its elements is an execution. */
    private static boolean isExecution(Payload order) {
        boolean isFilledState = order.text("state").map(EXECUTED::contains).orElse(true);
        return isFilledState && order.text("tradeId").isPresent() && Orders.isPositive(order, "fillSz", "quantity");
    }

    private static Verdict fill(Payload order) {
        return new Draft(Okx.NAME, MessageKind.ORDER_FILL, order)
                .take("symbol", "instId", "symbol")
                .take("side", "side")
                .take("price", "fillPx", "price")
                .take("quantity", "fillSz", "quantity")
                .takeId("fillId", "tradeId")
                .take("orderId", "ordId")
                .take("reduceOnly", "reduceOnly")
                .take("leverage", "lever", "leverage")
                .takeTime("time", "fillTime", "ts", "uTime")
                .set("positionSide", Okx.positionSide(order))
                .verdict();
    }

    private static Optional<Verdict> reported(Payload order) {
        return CommandIds.in(order, "clOrdId", "algoClOrdId")
                .map(id -> new Draft(Okx.NAME, MessageKind.EXECUTION_REPORT, order)
                        .take("symbol", "instId")
                        .take("commandId", id)
                        .set("status", status(order))
                        .take("stopPrice", "slTriggerPx")
                        .take("reason", "cancelSourceReason")
                        .takeTime("time", "uTime", "cTime")
                        .verdict());
    }

    private static String status(Payload order) {
        String state = order.text("state").orElseThrow(() -> new Refusal("okx: state is missing"));
        return Orders.status(STATUSES, state, Okx.NAME);
    }
}
