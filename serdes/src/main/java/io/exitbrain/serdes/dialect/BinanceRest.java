package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binance's REST answers userTrades, premiumIndex and exchangeInfo, and its mark prices. */
final class BinanceRest {

    private BinanceRest() {}

    static boolean hasMarks(Payload payload) {
        return isTrade(payload)
                || isPremiumIndex(payload)
                || isInstrument(payload)
                || isAccount(payload)
                || isExchange(payload);
    }

    static List<Verdict> read(Payload payload) {
        if (isExchange(payload)) {
            return payload.items("symbols").map(BinanceRest::instrument).toList();
        }
        if (isAccount(payload)) {
            return payload.items("positions")
                    .flatMap(row -> BinancePositions.read(row).stream())
                    .toList();
        }
        if (isInstrument(payload)) {
            return List.of(instrument(payload));
        }
        return isTrade(payload) ? trade(payload) : markPrice(payload);
    }

    static List<Verdict> markPrice(Payload payload) {
        return new Draft(Binance.NAME, MessageKind.MARK_PRICE, payload)
                .take("symbol", "s", "symbol")
                .take("markPrice", "p", "markPrice")
                .takeTime("time", "E", "eventTime", "time")
                .verdicts();
    }

    private static boolean isTrade(Payload payload) {
        return payload.hasAll("maker", "qty", "price") && payload.hasAny("realizedPnl", "buyer");
    }

    private static boolean isPremiumIndex(Payload payload) {
        return payload.has("markPrice") && payload.hasAny("lastFundingRate", "estimatedSettlePrice", "interestRate");
    }

    private static boolean isInstrument(Payload payload) {
        return payload.hasArray("filters") && payload.has("symbol");
    }

    private static boolean isExchange(Payload payload) {
        return payload.hasArray("symbols") && payload.hasAny("exchangeFilters", "rateLimits", "serverTime", "timezone");
    }

    private static boolean isAccount(Payload payload) {
        return payload.hasArray("positions") && payload.hasAny("totalWalletBalance", "totalInitialMargin", "assets");
    }

    private static List<Verdict> trade(Payload trade) {
        return new Draft(Binance.NAME, MessageKind.ORDER_FILL, trade)
                .take("symbol", "symbol")
                .take("side", "side")
                .take("price", "price")
                .take("quantity", "qty")
                .takeId("fillId", "id")
                .take("orderId", "orderId")
                .take("positionSide", "positionSide")
                .takeTime("time", "time")
                .verdicts();
    }

    private static Verdict instrument(Payload symbol) {
        if (symbol.hasAny("isSpotTradingAllowed", "baseAssetPrecision") && !symbol.has("contractType")) {
            return Verdict.skipped(Binance.NAME, "spot symbol");
        }
        Draft draft = new Draft(Binance.NAME, MessageKind.INSTRUMENT, symbol)
                .take("symbol", "symbol")
                .take("contractSize", "contractSize");
        filter(symbol, "PRICE_FILTER", "tickSize").ifPresent(value -> draft.set("tickSize", value));
        filter(symbol, "LOT_SIZE", "stepSize").ifPresent(value -> draft.set("stepSize", value));
        filter(symbol, "LOT_SIZE", "minQty").ifPresent(value -> draft.set("minQuantity", value));
        filter(symbol, "MIN_NOTIONAL", "notional").ifPresent(value -> draft.set("minNotional", value));
        largest(symbol).ifPresent(value -> draft.set("maxQuantity", value.toPlainString()));
        if (isInverse(symbol)) {
            draft.set("inverse", JsonValue.scalar(JsonValue.Kind.BOOLEAN, "true"));
        }
        return draft.verdict();
    }

    /** Exits are market orders, so the smaller of both largest quantities counts. */
    private static Optional<BigDecimal> largest(Payload symbol) {
        return Stream.of("LOT_SIZE", "MARKET_LOT_SIZE")
                .flatMap(filter -> filter(symbol, filter, "maxQty").flatMap(Decimal::in).stream())
                .filter(value -> value.signum() > 0)
                .reduce(BigDecimal::min);
    }

    private static boolean isInverse(Payload symbol) {
        return symbol.has("contractSize")
                && symbol.text("marginAsset").isPresent()
                && symbol.text("marginAsset").equals(symbol.text("baseAsset"));
    }

    private static Optional<JsonValue> filter(Payload symbol, String type, String field) {
        return symbol.items("filters")
                .filter(filter -> filter.text("filterType").filter(type::equals).isPresent())
                .flatMap(filter -> filter.value(field).stream())
                .findFirst();
    }
}
