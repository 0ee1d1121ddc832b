package io.exitbrain.serdes.input;

import io.exitbrain.domain.value.Instrument;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Decimal;
import java.math.BigDecimal;

/** Reads {@code instruments}: the exchange's filters of a symbol. A null value removes them. */
public final class InstrumentReader extends JsonMessageReader<Instrument> {

    private static final FieldName TICK_SIZE = FieldName.of("tickSize");
    private static final FieldName STEP_SIZE = FieldName.of("stepSize");
    private static final FieldName MIN_QUANTITY = FieldName.of("minQuantity");
    private static final FieldName MIN_NOTIONAL = FieldName.of("minNotional");
    private static final FieldName MAX_QUANTITY = FieldName.of("maxQuantity");
    private static final FieldName CONTRACT_SIZE = FieldName.of("contractSize");
    private static final FieldName INVERSE = FieldName.of("inverse");

    public InstrumentReader() {
        super(MessageKind.INSTRUMENT);
    }

    @Override
    Instrument message(String symbol, Fields fields, long recordTimestamp) {
        return new Instrument(
                fields.required(TICK_SIZE, Decimal::positive),
                fields.required(STEP_SIZE, Decimal::positive),
                fields.unlessBad(MIN_QUANTITY, Decimal::notNegative).orElse(BigDecimal.ZERO),
                fields.unlessBad(MIN_NOTIONAL, Decimal::notNegative).orElse(BigDecimal.ZERO),
                fields.unlessBad(MAX_QUANTITY, Decimal::notNegative).orElse(BigDecimal.ZERO),
                fields.unlessBad(CONTRACT_SIZE, Decimal::positive).orElse(BigDecimal.ONE),
                fields.unlessBad(INVERSE, FieldTypes::flag).orElse(false));
    }

    @Override
    Instrument deleted(String symbol, long recordTimestamp) {
        return Instrument.UNKNOWN;
    }
}
