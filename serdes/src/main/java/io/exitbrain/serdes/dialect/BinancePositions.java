package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binance's rows of positions: of the user-data stream, of its SDKs, and of positionRisk and account. */
final class BinancePositions {

    private static final int LEVERAGE_DECIMALS = 2;

    private BinancePositions() {}

    static boolean hasMarks(Payload payload) {
        return payload.hasAll("s", "pa") || isConfiguration(payload) || payload.has("positionAmount") || isRow(payload);
    }

    private static boolean isRow(Payload payload) {
        return payload.has("positionAmt")
                && payload.hasAny(
                        "marginType",
                        "isolatedMargin",
                        "isolatedWallet",
                        "unRealizedProfit",
                        "breakEvenPrice",
                        "maxNotionalValue",
                        "positionInitialMargin",
                        "initialMargin",
                        "maintMargin",
                        "bidNotional",
                        "isolated");
    }

    /** The inner object of ACCOUNT_CONFIG_UPDATE, or the answer to a change of the leverage. */
    private static boolean isConfiguration(Payload payload) {
        boolean isAnswer = payload.hasAll("symbol", "leverage", "maxNotionalValue") && !payload.has("positionAmt");
        return isAnswer || (payload.hasAll("s", "l") && payload.fields().size() == 2);
    }

    static List<Verdict> read(Payload row) {
        return isConfiguration(row) ? notice(row) : List.of(position(row));
    }

    /** The rows of ACCOUNT_UPDATE or MARGIN_CALL. Balances are skipped. */
    static List<Verdict> ofAccount(Payload event, String kind) {
        List<Verdict> rows = rows(event).map(BinancePositions::position).toList();
        boolean isRow = event.hasAny("pa", "positionAmount", "positionAmt");
        if (isRow) {
            return List.of(position(event));
        }
        return rows.isEmpty() ? List.of(Verdict.skipped(Binance.NAME, kind + " without positions")) : rows;
    }

    private static Stream<Payload> rows(Payload event) {
        Stream<Payload> account = event.object("a").or(() -> event.object("updateData")).stream()
                .flatMap(inner -> Stream.concat(inner.items("P"), inner.items("updatedPositions")));
        return Stream.concat(account, Stream.concat(event.items("p"), event.items("positions")));
    }

    /** The leverage in ACCOUNT_CONFIG_UPDATE. The mode of multi assets is skipped. */
    static List<Verdict> ofConfiguration(Payload event) {
        Payload configuration =
                event.object("ac").or(() -> event.object("assetConfiguration")).orElse(event);
        return configuration.hasAny("l", "leverage")
                ? notice(configuration)
                : List.of(Verdict.skipped(Binance.NAME, "ACCOUNT_CONFIG_UPDATE without leverage"));
    }

    private static List<Verdict> notice(Payload configuration) {
        return new Draft(Binance.NAME, MessageKind.POSITION, configuration)
                .take("symbol", "s", "symbol")
                .take("leverage", "l", "leverage")
                .takeTime("updateTime", "T", "transactionTime", "E", "eventTime")
                .verdicts();
    }

    private static Verdict position(Payload row) {
        Draft draft = new Draft(Binance.NAME, MessageKind.POSITION, row)
                .take("symbol", "s", "symbol")
                .take("positionAmt", "pa", "positionAmt", "positionAmount", "amount")
                .take("positionSide", "ps", "positionSide")
                .take("entryPrice", "ep", "entryPrice")
                .take("markPrice", "mp", "markPrice")
                .take("liquidationPrice", "liquidationPrice")
                .takeTime("updateTime", "T", "transactionTime", "updateTime", "E", "eventTime");
        leverage(row).ifPresent(leverage -> draft.set("leverage", leverage));
        return draft.verdict();
    }

    /** The leverage, or notional / initial margin of the position where the answer has no leverage. */
    private static Optional<JsonValue> leverage(Payload row) {
        return row.value("leverage").filter(value -> !value.isEmptyText()).or(() -> ofMargin(row));
    }

    private static Optional<JsonValue> ofMargin(Payload row) {
        Optional<BigDecimal> margin = Orders.decimal(row, "positionInitialMargin")
                .or(() -> Orders.decimal(row, "initialMargin"))
                .filter(value -> value.signum() > 0);
        Optional<BigDecimal> notional = Orders.decimal(row, "notional").filter(value -> value.signum() != 0);
        return margin.flatMap(held -> notional.map(value -> ratio(value, held)))
                .filter(ratio -> ratio.compareTo(BigDecimal.ONE) >= 0)
                .map(ratio -> JsonValue.ofText(ratio.stripTrailingZeros().toPlainString()));
    }

    private static BigDecimal ratio(BigDecimal notional, BigDecimal margin) {
        return notional.abs().divide(margin, LEVERAGE_DECIMALS, RoundingMode.HALF_UP);
    }
}
