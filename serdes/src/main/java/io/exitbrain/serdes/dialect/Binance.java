package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Text;
import java.util.List;
import java.util.Set;

/**
 * Binance USD-M futures: the market and user-data streams, whole or their inner objects, the REST answers, and the long names of its Java,
 * Python and Node SDKs.
 */
final class Binance implements Dialect {

    static final String NAME = "binance";

    /** Names of the market and the user-data streams that hold nothing for us. */
    private static final Set<String> SKIPPED = Set.of(
            "TRADE_LITE",
            "24hrTicker",
            "24hrMiniTicker",
            "aggTrade",
            "trade",
            "kline",
            "continuous_kline",
            "indexPrice_kline",
            "markPrice_kline",
            "bookTicker",
            "depthUpdate",
            "forceOrder",
            "compositeIndex",
            "contractInfo",
            "assetIndexUpdate",
            "indexPriceUpdate",
            "listenKeyExpired",
            "STRATEGY_UPDATE",
            "GRID_UPDATE",
            "CONDITIONAL_ORDER_TRIGGER_REJECT",
            "outboundAccountPosition",
            "balanceUpdate",
            "listStatus",
            "tradingSession",
            "RISK_LEVEL_CHANGE",
            "openOrderLoss",
            "liabilityChange",
            "userLiabilityChange");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        return payload.hasText("e")
                || (payload.has("eventType") && !payload.hasAny("posData", "balData"))
                || BinanceOrders.hasMarks(payload)
                || BinancePositions.hasMarks(payload)
                || BinanceRest.hasMarks(payload);
    }

    @Override
    public List<Verdict> read(Payload payload) {
        if (payload.hasText("e")) {
            return event(payload, payload.text("e").orElse(""));
        }
        if (payload.has("eventType")) {
            return event(payload, payload.text("eventType").orElse(""));
        }
        if (BinanceOrders.hasMarks(payload)) {
            return BinanceOrders.read(payload);
        }
        return BinancePositions.hasMarks(payload) ? BinancePositions.read(payload) : BinanceRest.read(payload);
    }

    private static List<Verdict> event(Payload payload, String kind) {
        return switch (kind) {
            case "ORDER_TRADE_UPDATE" -> BinanceOrders.read(orderIn(payload));
            case "ALGO_UPDATE" -> BinanceOrders.read(orderIn(payload));
            case "ACCOUNT_UPDATE", "MARGIN_CALL" -> BinancePositions.ofAccount(payload, kind);
            case "ACCOUNT_CONFIG_UPDATE" -> BinancePositions.ofConfiguration(payload);
            case "markPriceUpdate" -> BinanceRest.markPrice(payload);
            case "executionReport" ->
                List.of(Verdict.refused("binance: executionReport is an order of the spot account; send"
                        + " ORDER_TRADE_UPDATE of the futures account"));
            default -> other(kind);
        };
    }

    private static List<Verdict> other(String kind) {
        return List.of(
                SKIPPED.contains(kind)
                        ? Verdict.skipped(NAME, kind)
                        : Verdict.refused("binance: the event \"%s\" is not known".formatted(Text.shortened(kind))));
    }

    private static Payload orderIn(Payload payload) {
        return payload.object("o").or(() -> payload.object("order")).orElse(payload);
    }
}
