package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.FlatEverywhere;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code positions}: a snapshot of one position, a notice of the leverage, or flat on every side if the value is null. */
public final class PositionReader extends JsonMessageReader<PositionUpdate> {

    private static final FieldName AMOUNT = FieldName.of("positionAmt");
    private static final FieldName ENTRY_PRICE = FieldName.of("entryPrice");
    private static final FieldName MARK_PRICE = FieldName.of("markPrice");
    private static final FieldName UNREALIZED_PROFIT = FieldName.of("unrealizedProfit");
    private static final FieldName LIQUIDATION_PRICE = FieldName.of("liquidationPrice");
    private static final FieldName UPDATE_TIME = FieldName.of("updateTime");

    public PositionReader() {
        super(MessageKind.POSITION);
    }

    @Override
    PositionUpdate message(String symbol, Fields fields, long recordTimestamp) {
        PositionSide positionSide = PositionFields.sideOf(fields);
        if (isNotice(fields)) {
            return notice(symbol, positionSide, fields, recordTimestamp);
        }
        BigDecimal amount = fields.required(AMOUNT, value -> signed(positionSide, value));
        Optional<BigDecimal> entryPrice = priceOf(fields, ENTRY_PRICE);
        Optional<BigDecimal> markPrice = priceOf(fields, MARK_PRICE);
        Optional<BigDecimal> leverage = PositionFields.leverageOf(fields);
        // The field is informational and not used, but a bad value is reported as a fault.
        fields.optional(UNREALIZED_PROFIT, Decimal::any);
        Optional<BigDecimal> liquidationPrice = priceOf(fields, LIQUIDATION_PRICE);
        long time = fields.time(UPDATE_TIME, recordTimestamp);
        return new Snapshot(
                symbol, positionSide, amount, entryPrice, markPrice, leverage, liquidationPrice, time, recordTimestamp);
    }

    /** Whether the record tells a leverage and nothing of a position. */
    private static boolean isNotice(Fields fields) {
        return !fields.lacks(PositionFields.LEVERAGE)
                && Stream.of(AMOUNT, ENTRY_PRICE, MARK_PRICE, LIQUIDATION_PRICE, UNREALIZED_PROFIT)
                        .allMatch(fields::lacks);
    }

    /** A bad leverage refuses the notice. */
    private static LeverageNotice notice(
            String symbol, PositionSide positionSide, Fields fields, long recordTimestamp) {
        BigDecimal leverage = fields.required(PositionFields.LEVERAGE, PositionFields.LEVERAGE_RANGE);
        return new LeverageNotice(symbol, positionSide, leverage, fields.time(UPDATE_TIME, recordTimestamp));
    }

    @Override
    PositionUpdate deleted(String symbol, long recordTimestamp) {
        return new FlatEverywhere(symbol, recordTimestamp);
    }

    /** Exchanges send the amount of a SHORT with either sign. A negative LONG is a contradiction. */
    private static BigDecimal signed(PositionSide positionSide, JsonValue value) throws Mismatch {
        BigDecimal amount = Decimal.any(value);
        return switch (positionSide) {
            case BOTH -> amount;
            case SHORT -> amount.abs().negate();
            case LONG -> notNegative(amount);
        };
    }

    private static BigDecimal notNegative(BigDecimal amount) throws Mismatch {
        if (amount.signum() < 0) {
            throw new Mismatch("must be >= 0 for positionSide LONG");
        }
        return amount;
    }

    /** Exchanges send zero if there is no price. */
    private static Optional<BigDecimal> priceOf(Fields fields, FieldName name) {
        return fields.optional(name, Decimal::notNegative).filter(price -> price.signum() > 0);
    }
}
