package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;

/** Reads {@code mark-prices} of any shape and reports their faults. */
public final class GeneralMarkPriceReader extends JsonMessageReader<MarkPrice> {

    private static final FieldName PRICE = FieldName.of("markPrice");

    /** Without {@code T}, because that is the next funding time in the exchange's payload. */
    private static final FieldName TIME = FieldName.of("time");

    public GeneralMarkPriceReader() {
        super(MessageKind.MARK_PRICE);
    }

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
