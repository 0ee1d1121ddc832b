package io.exitbrain.serdes.input;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.FieldType;
import java.math.BigDecimal;
import java.util.Optional;

/** The fields that fills and snapshots share. */
final class PositionFields {

    static final FieldName LEVERAGE = FieldName.of("leverage");

    private static final FieldName POSITION_SIDE = FieldName.of("positionSide");

    static final FieldType<BigDecimal> LEVERAGE_RANGE = Decimal.between(1, 1000);

    private PositionFields() {}

    /** The position side; BOTH if it is absent. An unknown side refuses the record, because a side is never guessed. */
    static PositionSide sideOf(Fields fields) {
        return fields.unlessBad(POSITION_SIDE, EnumField.POSITION_SIDE).orElse(PositionSide.BOTH);
    }

    static Optional<BigDecimal> leverageOf(Fields fields) {
        return fields.optional(LEVERAGE, LEVERAGE_RANGE);
    }
}
