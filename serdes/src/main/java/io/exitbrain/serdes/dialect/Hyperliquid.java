package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hyperliquid perpetuals: userFills, clearinghouseState and activeAssetCtx. */
final class Hyperliquid implements Dialect {

    static final String NAME = "hyperliquid";

    private static final Set<String> CHANNELS = Set.of(
            "userFills",
            "userEvents",
            "user",
            "webData2",
            "webData3",
            "clearinghouseState",
            "allDexsClearinghouseState",
            "activeAssetCtx",
            "activeSpotAssetCtx",
            "activeAssetData",
            "trades",
            "l2Book",
            "bbo",
            "candle",
            "allMids",
            "notification",
            "orderUpdates",
            "userFundings",
            "userNonFundingLedgerUpdates",
            "userTwapSliceFills",
            "userTwapHistory",
            "openOrders",
            "twapStates",
            "spotState");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        return channelOf(payload).filter(CHANNELS::contains).isPresent()
                || payload.hasAny("assetPositions", "szi", "startPosition", "isSnapshot")
                || payload.hasAll("coin", "px")
                || payload.hasAll("coin", "ctx");
    }

    private static Optional<String> channelOf(Payload payload) {
        return payload.around().containsKey("instId") ? Optional.empty() : payload.textAround("channel");
    }

    @Override
    public List<Verdict> read(Payload payload) {
        if (payload.hasArray("fills")) {
            return fills(payload);
        }
        Optional<Payload> state = payload.object("clearinghouseState");
        if (state.isPresent()) {
            return positions(state.get());
        }
        if (payload.hasArray("assetPositions")) {
            return positions(payload);
        }
        return ofOneCoin(payload);
    }

    private static List<Verdict> ofOneCoin(Payload payload) {
        if (payload.has("szi")) {
            return List.of(position(payload));
        }
        if (payload.hasAny("startPosition", "closedPnl", "tid", "oid") && payload.has("side")) {
            return List.of(fill(payload));
        }
        Optional<Payload> context = payload.object("ctx").filter(ctx -> ctx.hasAll("markPx", "oraclePx"));
        return List.of(context.map(Hyperliquid::markPrice)
                .orElse(Verdict.skipped(NAME, channelOf(payload).orElse("no message for us"))));
    }

    /** The snapshot after a subscription holds old fills. What is held now is in clearinghouseState. */
    private static List<Verdict> fills(Payload payload) {
        if (payload.value("isSnapshot")
                .map(JsonValue::text)
                .filter("true"::equals)
                .isPresent()) {
            return List.of(Verdict.skipped(NAME, "snapshot of old fills"));
        }
        List<Verdict> fills = payload.items("fills").map(Hyperliquid::fill).toList();
        return fills.isEmpty() ? List.of(Verdict.skipped(NAME, "no fills")) : fills;
    }

    private static List<Verdict> positions(Payload state) {
        List<Verdict> rows = state.items("assetPositions")
                .flatMap(row -> row.object("position").stream())
                .map(Hyperliquid::position)
                .toList();
        return rows.isEmpty() ? List.of(Verdict.skipped(NAME, "no positions")) : rows;
    }

    private static Verdict fill(Payload fill) {
        boolean isSpot = fill.text("coin")
                .filter(coin -> coin.startsWith("@") || coin.contains("/"))
                .isPresent();
        if (isSpot) {
            return Verdict.skipped(NAME, "spot fill");
        }
        if (!fill.hasAny("startPosition", "closedPnl", "dir")) {
            return Verdict.skipped(NAME, "trades");
        }
        return new Draft(NAME, MessageKind.ORDER_FILL, fill)
                .take("symbol", "coin", "symbol")
                .set("side", side(fill))
                .take("price", "px", "price")
                .take("quantity", "sz", "quantity")
                .takeId("fillId", "tid", "fillId")
                .take("orderId", "oid")
                .takeTime("time", "time")
                .verdict();
    }

    /** B is the bid side, a buy; A is the ask side, a sale. */
    private static String side(Payload fill) {
        String side = fill.text("side").orElse("");
        return switch (side) {
            case "B" -> "BUY";
            case "A" -> "SELL";
            default ->
                throw new Refusal("hyperliquid: side must be B or A, was "
                        + JsonValue.ofText(side).quoted());
        };
    }

    private static Verdict position(Payload position) {
        Draft draft = new Draft(NAME, MessageKind.POSITION, position)
                .take("symbol", "coin", "symbol")
                .take("positionAmt", "szi")
                .take("entryPrice", "entryPx", "entryPrice")
                .take("liquidationPrice", "liquidationPx")
                .takeTime("updateTime", "time");
        position.object("leverage")
                .flatMap(leverage -> leverage.value("value"))
                .or(() -> position.value("leverage").filter(JsonValue::isScalar))
                .ifPresent(leverage -> draft.set("leverage", leverage));
        return draft.verdict();
    }

    private static Verdict markPrice(Payload context) {
        return new Draft(NAME, MessageKind.MARK_PRICE, context)
                .take("markPrice", "markPx")
                .set("symbol", context.textAround("coin").orElse(""))
                .verdict();
    }
}
