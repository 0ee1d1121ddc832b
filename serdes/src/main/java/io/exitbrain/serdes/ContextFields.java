package io.exitbrain.serdes;

import io.exitbrain.domain.Context;
import java.util.Optional;

/** The fields of a {@link Context}, as hints of a fill or as an entry of {@code exit-context}. */
final class ContextFields {

    private static final FieldName RISK_MODE = FieldName.of("riskMode");
    private static final FieldName MAX_LOSS_PCT = FieldName.of("maxLossPct");
    private static final FieldName VOLATILITY = FieldName.of("volatility");
    private static final FieldName TREND = FieldName.of("trend");
    private static final FieldName REGIME = FieldName.of("regime");
    private static final FieldName TP_PCT = FieldName.of("tpPct");
    private static final FieldName SL_PCT = FieldName.of("slPct");
    private static final FieldName TRAIL_PCT = FieldName.of("trailPct");
    private static final FieldName CONFIDENCE = FieldName.of("confidence");
    private static final FieldName STRATEGY_ID = FieldName.of("strategyId");

    private ContextFields() {}

    /** What a fill may suggest. */
    static Context hintsOf(Fields fields) {
        return new Context(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields.optional(TP_PCT, Decimal::ratioUpToOne),
                fields.optional(SL_PCT, Decimal::ratio),
                fields.optional(TRAIL_PCT, Decimal::ratio),
                fields.optional(CONFIDENCE, Decimal.between(0, 1)),
                fields.optionalText(STRATEGY_ID, TextType::id),
                Optional.empty());
    }

    /** Everything. A risk mode that is not understood refuses the entry: without it an emergency would read as NORMAL. */
    static Context of(Fields fields) {
        return new Context(
                fields.unlessBad(RISK_MODE, Words.RISK_MODE),
                fields.optional(MAX_LOSS_PCT, Decimal::ratio),
                fields.optional(VOLATILITY, Decimal.between(0, 10)),
                fields.optional(TREND, Decimal.between(-1, 1)),
                fields.optional(REGIME, Words.REGIME),
                fields.optional(TP_PCT, Decimal::ratioUpToOne),
                fields.optional(SL_PCT, Decimal::ratio),
                fields.optional(TRAIL_PCT, Decimal::ratio),
                fields.optional(CONFIDENCE, Decimal.between(0, 1)),
                fields.optionalText(STRATEGY_ID, TextType::id),
                PositionFields.leverageOf(fields));
    }
}
