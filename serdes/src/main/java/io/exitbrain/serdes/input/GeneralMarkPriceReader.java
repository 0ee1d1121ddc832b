package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.MarkPrice;
import java.math.BigDecimal;

/** Reads {@code mark-prices} of any shape, and says what is wrong with them. */
public final class GeneralMarkPriceReader extends JsonMessageReader<MarkPrice> {

    private static final FieldName PRICE = FieldName.of("markPrice", "price", "p");

    /** Not {@code T}: in the exchange's payload that is the next funding time. */
    private static final FieldName TIME = FieldName.of("time", "E", "timestamp", "ts");

    @Override
    MarkPrice message(String symbol, Fields fields, long recordTimestamp) {
        BigDecimal price = fields.required(PRICE, Decimal::positive);
        long time = fields.time(TIME, recordTimestamp);
        return new MarkPrice(symbol, price, time);
    }

    @Override
    MarkPrice deleted(String symbol, long recordTimestamp) {
        throw new Refusal("value is null: a price cannot be deleted");
    }
}
