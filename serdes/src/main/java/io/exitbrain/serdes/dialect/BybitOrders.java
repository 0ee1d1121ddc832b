package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.CommandIds;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Map;

/** Bybit's orders: reports on commands of ours, and never fills. */
final class BybitOrders {

    private static final Map<String, String> STATUSES = Map.of(
            "New", "ACCEPTED",
            "Created", "ACCEPTED",
            "Untriggered", "ACCEPTED",
            "Triggered", "ACCEPTED",
            "PartiallyFilled", "ACCEPTED",
            "Filled", "FILLED",
            "Rejected", "REJECTED",
            "Cancelled", "CANCELED",
            "PartiallyFilledCanceled", "CANCELED",
            "Deactivated", "CANCELED");

    private BybitOrders() {}

    static List<Verdict> read(Payload order) {
        return Orders.report(order, Bybit.NAME, () -> report(order), "cumExecQty");
    }

    private static List<Verdict> report(Payload order) {
        return CommandIds.in(order, "orderLinkId")
                .map(id -> ours(order, id))
                .orElse(List.of(Verdict.skipped(
                        Bybit.NAME, "order " + order.text("orderStatus").orElse(""))));
    }

    private static List<Verdict> ours(Payload order, String id) {
        String status = order.text("orderStatus").orElseThrow(() -> new Refusal("bybit: orderStatus is missing"));
        Draft report = new Draft(Bybit.NAME, MessageKind.EXECUTION_REPORT, order)
                .take("symbol", "symbol")
                .take("commandId", id)
                .set("status", Orders.status(STATUSES, status, Bybit.NAME))
                .take("stopPrice", "triggerPrice")
                .takeTime("time", "updatedTime", "createdTime", "creationTime");
        order.text("rejectReason")
                .filter(reason -> !reason.equals("EC_NoError"))
                .ifPresent(reason -> report.set("reason", reason));
        return report.verdicts();
    }
}
