package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.CommandIds;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.JsonValue;
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

    /** The kind of a skipped order that has executed something. On {@code order-fills} it is refused. */
    static final String EXECUTED_ORDER = "executed order";

    private Orders() {}

    /**
     * The verdict on an object that describes an order. An order is never a fill: its price and quantity are what was ordered. It is a
     * report if it is a command of ours, is skipped otherwise, and says so if it has executed anything.
     */
    static List<Verdict> report(Payload order, String dialect, Supplier<List<Verdict>> report, String... executed) {
        boolean isOurs = CommandIds.in(
                        order, "clientOrderId", "clientAlgoId", "orderLinkId", "clOrdId", "algoClOrdId", "cloid")
                .isPresent();
        if (isOurs || !isPositive(order, executed)) {
            return report.get();
        }
        return List.of(Verdict.skipped(dialect, EXECUTED_ORDER));
    }

    static String status(Map<String, String> statuses, String status, String dialect) {
        return Optional.ofNullable(statuses.get(status))
                .orElseThrow(
                        () -> new Refusal("%s: status \"%s\" is not known".formatted(dialect, Text.shortened(status))));
    }

    static boolean isPositive(Payload payload, String... names) {
        return Stream.of(names).flatMap(name -> decimal(payload, name).stream()).anyMatch(value -> value.signum() > 0);
    }

    /** The decimal {@code name}; empty if it is absent or none. */
    static Optional<BigDecimal> decimal(Payload payload, String name) {
        return payload.value(name).flatMap(Decimal::in);
    }

    /** The decimal {@code name}, which must be there and must be one. */
    static BigDecimal required(Payload payload, String dialect, String name) {
        return decimal(payload, name)
                .orElseThrow(() -> new Refusal("%s: %s must be a decimal number, was %s"
                        .formatted(
                                dialect,
                                name,
                                payload.value(name).map(JsonValue::quoted).orElse("absent"))));
    }

    /**
     * The signed amount of an unsigned {@code amount} and a side.
     *
     * @param isLong empty = the message says no side
     */
    static JsonValue signed(String dialect, BigDecimal amount, Optional<Boolean> isLong) {
        if (amount.signum() == 0) {
            return JsonValue.ofText("0");
        }
        if (amount.signum() < 0 && isLong.orElse(false)) {
            throw new Refusal(
                    "%s: the amount %s and the side contradict each other".formatted(dialect, amount.toPlainString()));
        }
        boolean isNegative = amount.signum() < 0
                || !isLong.orElseThrow(() -> new Refusal("%s: the side of the position is missing".formatted(dialect)));
        BigDecimal size = amount.abs();
        return JsonValue.ofText((isNegative ? size.negate() : size).toPlainString());
    }
}
