package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** CCXT's markets as instruments. */
final class CcxtMarkets {

    private CcxtMarkets() {}

    static Verdict instrument(Payload market) {
        boolean isContract = market.value("contract")
                        .map(JsonValue::text)
                        .filter("true"::equals)
                        .isPresent()
                || market.text("symbol").filter(symbol -> symbol.contains(":")).isPresent();
        if (!isContract) {
            return Verdict.skipped(Ccxt.NAME, "spot market");
        }
        Draft draft = new Draft(Ccxt.NAME, MessageKind.INSTRUMENT, market)
                .take("symbol", "symbol")
                .take("contractSize", "contractSize");
        refuseDecimalPlaces(market);
        nested(market, "precision", "price").ifPresent(value -> draft.set("tickSize", value));
        nested(market, "precision", "amount").ifPresent(value -> draft.set("stepSize", value));
        limit(market, "amount", "min").ifPresent(value -> draft.set("minQuantity", value));
        limit(market, "amount", "max").ifPresent(value -> draft.set("maxQuantity", value));
        limit(market, "cost", "min").ifPresent(value -> draft.set("minNotional", value));
        market.value("inverse").ifPresent(value -> draft.set("inverse", value));
        return draft.verdict();
    }

    /** Whole numbers for both can be steps or numbers of decimals. Which they are, the market does not say. */
    private static void refuseDecimalPlaces(Payload market) {
        boolean isUnclear = Stream.of("price", "amount")
                .allMatch(name -> nested(market, "precision", name)
                        .flatMap(Decimal::in)
                        .filter(CcxtMarkets::isWhole)
                        .isPresent());
        if (isUnclear) {
            throw new Refusal(
                    "ccxt: precision may be a step or a number of decimals: use an exchange with precisionMode TICK_SIZE,"
                            + " or send tickSize and stepSize");
        }
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<JsonValue> limit(Payload market, String what, String end) {
        return market.object("limits").flatMap(limits -> nested(limits, what, end));
    }

    private static Optional<JsonValue> nested(Payload payload, String object, String name) {
        return payload.object(object).flatMap(inner -> inner.value(name));
    }
}
