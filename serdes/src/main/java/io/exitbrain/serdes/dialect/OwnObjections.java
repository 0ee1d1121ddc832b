package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses payloads by our own names that have a field which changes their meaning: an order with its status, a side in other words, a trade
 * where a mark price is expected. Such a field is never ignored.
 */
final class OwnObjections {

    private static final List<String> SIDES = List.of(
            "tradeSide",
            "posMode",
            "holdSide",
            "posSide",
            "positionIdx",
            "direction",
            "isShort",
            "action",
            "dir",
            "isBuyer",
            "positionDirection",
            "isLong");

    private static final List<String> STATUSES = List.of("status", "orderStatus", "state", "ordStatus", "execType");

    private static final List<String> ORDERS = List.of(
            "filledQty",
            "filledSize",
            "filledQuantity",
            "remainSize",
            "leavesQty",
            "executedQuantity",
            "origQuantity",
            "filledAvgPrice",
            "averageFillPrice",
            "lastPx",
            "lastQty",
            "fillPrice",
            "matchPrice",
            "orderQty",
            "cumQty",
            "execPrice");

    private static final List<String> ORDERS_WITHOUT_ID =
            List.of("type", "orderType", "timeInForce", "limitPrice", "clientOrderId", "clientOid");

    /** Names of an exchange's stream whose place is taken by ours. */
    private static final List<String> SHORT_NAMES = List.of("ps", "S", "R", "L", "l", "pa", "ep", "mp");

    private static final List<String> NOTICE =
            List.of("symbol", "s", "leverage", "positionSide", "updateTime", "time", "T", "E", "timestamp", "ts");

    private OwnObjections() {}

    /**
     * Checks a payload that is to be read as {@code kind}.
     *
     * @throws Refusal if a field changes the meaning
     */
    static void check(MessageKind kind, Payload payload) {
        switch (kind) {
            case ORDER_FILL -> checkFill(payload);
            case POSITION -> checkPosition(payload);
            case MARK_PRICE -> PriceObjections.check(payload);
            case EXECUTION_REPORT, INSTRUMENT -> {}
        }
    }

    /** Whether the payload tells a leverage and nothing else. */
    static boolean isLeverageNotice(Payload payload) {
        return payload.has("leverage") && NOTICE.containsAll(payload.fields().keySet());
    }

    private static void checkFill(Payload payload) {
        refuseShortNames(payload);
        first(payload, SIDES).filter(name -> payload.has("side")).ifPresent(OwnObjections::refuseSide);
        boolean hasId = payload.hasAny("fillId", "tradeId");
        Optional<String> status = first(payload, STATUSES).filter(name -> !hasId || !saysFilled(payload, name));
        status.or(() -> first(payload, ORDERS))
                .or(() -> hasId ? Optional.empty() : first(payload, ORDERS_WITHOUT_ID))
                .ifPresent(OwnObjections::refuseOrder);
        boolean isReduction = payload.text("reduceOnly").filter("true"::equals).isPresent();
        if (isReduction
                && payload.text("side").filter(OwnObjections::isPositionSide).isPresent()) {
            throw new Refusal(
                    "side must be BUY or SELL in a fill with reduceOnly: LONG and SHORT may mean the position");
        }
    }

    private static void checkPosition(Payload payload) {
        refuseShortNames(payload);
        first(payload, SIDES).ifPresent(OwnObjections::refuseSide);
        if (!payload.has("positionAmt") && payload.has("leverage") && !isLeverageNotice(payload)) {
            throw new Refusal("positionAmt is missing; a notice of the leverage has symbol and leverage only");
        }
        payload.text("side").ifPresent(side -> checkSide(payload, side.toUpperCase(Locale.ROOT)));
    }

    private static void checkSide(Payload payload, String side) {
        boolean isLong = side.equals("LONG") || side.equals("BUY");
        boolean isShort = side.equals("SHORT") || side.equals("SELL");
        if (!isLong && !isShort) {
            throw new Refusal("side of a position must be LONG or SHORT, was "
                    + JsonValue.ofText(side).quoted());
        }
        int sign = Orders.decimal(payload, "positionAmt")
                .map(amount -> amount.signum())
                .orElse(0);
        boolean isHedgeShort =
                payload.text("positionSide").filter("SHORT"::equalsIgnoreCase).isPresent();
        boolean contradicts = isLong ? sign < 0 : sign > 0 && !isHedgeShort;
        if (contradicts) {
            throw new Refusal(
                    "positionAmt and side contradict each other: positionAmt is signed, negative for a short");
        }
    }

    private static void refuseShortNames(Payload payload) {
        SHORT_NAMES.stream().filter(payload::has).findFirst().ifPresent(name -> {
            throw new Refusal(
                    "%s is a name of an exchange's stream among ours: send the event as the exchange gives it, or our names"
                            .formatted(name));
        });
    }

    /** The first of {@code names}, as the payload spells it. */
    static Optional<String> first(Payload payload, List<String> names) {
        return names.stream()
                .flatMap(name -> payload.fields().keySet().stream().filter(field -> OwnNames.isSame(field, name)))
                .filter(payload::has)
                .findFirst();
    }

    private static boolean saysFilled(Payload payload, String name) {
        return payload.text(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.contains("fill") || word.equals("trade"))
                .isPresent();
    }

    private static boolean isPositionSide(String side) {
        return side.equalsIgnoreCase("LONG") || side.equalsIgnoreCase("SHORT");
    }

    private static void refuseSide(String name) {
        throw new Refusal(
                "%s is not known and may say the side: send side (BUY or SELL) and positionSide (BOTH, LONG or SHORT)"
                        .formatted(name));
    }

    private static void refuseOrder(String name) {
        throw new Refusal(
                "%s says that this is an order, and no fill (its price and quantity are what was ordered): send each execution"
                        .formatted(name));
    }
}
