package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Bybit's positions, which have an unsigned size and a side, and its instruments. */
final class BybitPositions {

    private BybitPositions() {}

    static boolean isPosition(Payload payload) {
        boolean isOfOrder = payload.hasAny("orderStatus", "orderLinkId", "execType", "execId");
        return !isOfOrder && payload.hasAny("positionIdx", "positionStatus", "positionIM", "liqPrice");
    }

    static boolean isInstrument(Payload payload) {
        return payload.hasAny("priceFilter", "lotSizeFilter");
    }

    static List<Verdict> position(Payload position) {
        Draft draft = new Draft(Bybit.NAME, MessageKind.POSITION, position)
                .take("symbol", "symbol")
                .set("positionAmt", amount(position))
                .take("entryPrice", "entryPrice", "avgPrice")
                .take("markPrice", "markPrice")
                .take("leverage", "leverage")
                .take("liquidationPrice", "liqPrice")
                .takeTime("updateTime", "updatedTime", "creationTime");
        sideOf(position).ifPresent(side -> draft.set("positionSide", side));
        return draft.verdicts();
    }

    static List<Verdict> instrument(Payload instrument) {
        Draft draft = new Draft(Bybit.NAME, MessageKind.INSTRUMENT, instrument).take("symbol", "symbol");
        copy(draft, "tickSize", instrument, "priceFilter", "tickSize");
        copy(draft, "stepSize", instrument, "lotSizeFilter", "qtyStep");
        copy(draft, "minQuantity", instrument, "lotSizeFilter", "minOrderQty");
        copy(draft, "minNotional", instrument, "lotSizeFilter", "minNotionalValue");
        copy(draft, "maxQuantity", instrument, "lotSizeFilter", "maxOrderQty");
        copy(draft, "maxQuantity", instrument, "lotSizeFilter", "maxMktOrderQty");
        return draft.verdicts();
    }

    /** BOTH, LONG or SHORT of {@code positionIdx}; empty if it is absent. */
    static Optional<String> sideOf(Payload payload) {
        return payload.text("positionIdx").map(index -> switch (index) {
            case "0" -> "BOTH";
            case "1" -> "LONG";
            case "2" -> "SHORT";
            default ->
                throw new Refusal("bybit: positionIdx must be 0, 1 or 2, was "
                        + JsonValue.ofText(index).quoted());
        });
    }

    private static JsonValue amount(Payload position) {
        String name = position.has("size") ? "size" : "positionAmt";
        BigDecimal size = Orders.required(position, Bybit.NAME, name);
        Optional<Boolean> isLong =
                position.text("side").filter(side -> !side.equals("None")).map(BybitPositions::isLong);
        boolean contradicts = isLong.isPresent()
                && size.signum() != 0
                && sideOf(position)
                        .filter(side -> side.equals(isLong.get() ? "SHORT" : "LONG"))
                        .isPresent();
        if (contradicts) {
            throw new Refusal("bybit: side and positionIdx contradict each other");
        }
        return Orders.signed(Bybit.NAME, size, isLong.or(() -> sideOf(position).flatMap(BybitPositions::isLongIn)));
    }

    private static Optional<Boolean> isLongIn(String positionSide) {
        return positionSide.equals("BOTH") ? Optional.empty() : Optional.of(positionSide.equals("LONG"));
    }

    private static boolean isLong(String side) {
        return switch (side) {
            case "Buy" -> true;
            case "Sell" -> false;
            default ->
                throw new Refusal("bybit: side must be Buy or Sell, was "
                        + JsonValue.ofText(side).quoted());
        };
    }

    private static void copy(Draft draft, String own, Payload instrument, String filter, String name) {
        instrument.object(filter).flatMap(inner -> inner.value(name)).ifPresent(value -> draft.set(own, value));
    }
}
