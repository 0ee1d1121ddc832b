package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.serdes.json.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an {@link ExitContext}, in the hints of a fill or in an entry of {@code exit-context}. */
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

    /** The names of all fields of a context. */
    static final List<String> NAMES = Stream.of(
                    RISK_MODE,
                    MAX_LOSS_PCT,
                    VOLATILITY,
                    TREND,
                    REGIME,
                    TP_PCT,
                    SL_PCT,
                    TRAIL_PCT,
                    CONFIDENCE,
                    STRATEGY_ID,
                    PositionFields.LEVERAGE)
            .map(FieldName::canonical)
            .toList();

    private ContextFields() {}

    /** The fields of a fill's hints. */
    static ExitContext hintsOf(Fields fields) {
        return new ExitContext(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields.optional(TP_PCT, Decimal::ratioUpToOne),
                fields.optional(SL_PCT, Decimal::ratio),
                fields.optional(TRAIL_PCT, Decimal::ratio),
                fields.optional(CONFIDENCE, Decimal.between(0, 1)),
                fields.optionalText(STRATEGY_ID, FieldTypes::id),
                Optional.empty());
    }

    /** All fields. An unknown risk mode refuses the entry, because otherwise an emergency would be read as NORMAL. */
    static ExitContext of(Fields fields) {
        return new ExitContext(
                fields.unlessBad(RISK_MODE, EnumField.RISK_MODE),
                fields.optional(MAX_LOSS_PCT, Decimal::ratio),
                fields.optional(VOLATILITY, Decimal.between(0, 10)),
                fields.optional(TREND, Decimal.between(-1, 1)),
                fields.optional(REGIME, EnumField.REGIME),
                fields.optional(TP_PCT, Decimal::ratioUpToOne),
                fields.optional(SL_PCT, Decimal::ratio),
                fields.optional(TRAIL_PCT, Decimal::ratio),
                fields.optional(CONFIDENCE, Decimal.between(0, 1)),
                fields.optionalText(STRATEGY_ID, FieldTypes::id),
                PositionFields.leverageOf(fields));
    }

    /** Whether none of the fields is present. */
    static boolean areMissingIn(Fields fields) {
        return NAMES.stream().map(FieldName::of).allMatch(fields::lacks);
    }
}
