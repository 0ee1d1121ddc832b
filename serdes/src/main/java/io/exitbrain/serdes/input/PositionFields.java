package io.exitbrain.serdes.input;

import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;

/** The fields that fills and snapshots share. */
final class PositionFields {

    static final FieldName LEVERAGE = FieldName.of("leverage");

    private static final FieldName POSITION_SIDE = FieldName.of("positionSide", "ps");

    private PositionFields() {}

    /** BOTH where nothing is said; a side that is not understood refuses the record, because none is guessed. */
    static PositionSide sideOf(Fields fields) {
        return fields.unlessBad(POSITION_SIDE, EnumField.POSITION_SIDE).orElse(PositionSide.BOTH);
    }

    static Optional<BigDecimal> leverageOf(Fields fields) {
        return fields.optional(LEVERAGE, Decimal.between(1, 1000));
    }
}
