package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.CommandIds;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import io.exitbrain.serdes.json.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the dialects share about orders, amounts and sides. */
final class Orders {

    private Orders() {}

    /**
     * The verdict on an object that describes an order. An order is never a fill: its price and quantity are what was ordered. It is a
     * report if it is a command of ours, is skipped otherwise, and says so if it has executed anything.
     */
    static List<Verdict> report(
            Payload order, String dialect, Supplier<List<Verdict>> report, String executed, String advice) {
        boolean isOurs = CommandIds.in(order, "clientOrderId", "clientAlgoId", "orderLinkId", "clOrdId", "algoClOrdId", "cloid")
                .isPresent();
        if (isOurs || !isPositive(order, executed)) {
            return report.get();
        }
        return List.of(new Verdict.Other(new io.exitbrain.serdes.feed.Element.Skipped(dialect, EXECUTED_ORDER)));
    }

    /** The kind of a skipped order that has executed something. On {@code order-fills} it is refused. */
    static final String EXECUTED_ORDER = "executed order";

    static String status(Map<String, String> statuses, String status, String dialect) {
        return Optional.ofNullable(statuses.get(status))
                .orElseThrow(() -> new Refusal("%s: status \"%s\" is not known".formatted(dialect, Text.shortened(status))));
    }

    static boolean isPositive(Payload payload, String... names) {
        return Stream.of(names).flatMap(name -> decimal(payload, name).stream()).anyMatch(value -> value.signum() > 0);
    }

    /** The decimal {@code name}; empty if it is absent or none. */
    static Optional<BigDecimal> decimal(Payload payload, String name) {
        return payload.value(name).flatMap(io.exitbrain.serdes.json.Decimal::in);
    }
}
