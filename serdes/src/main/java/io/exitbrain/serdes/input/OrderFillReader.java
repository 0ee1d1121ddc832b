package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code order-fills}: one execution of an order. */
public final class OrderFillReader extends JsonMessageReader<Fill> {

    private static final FieldName SIDE = FieldName.of("side");
    private static final FieldName PRICE = FieldName.of("price");
    private static final FieldName QUANTITY = FieldName.of("quantity");
    private static final FieldName FILL_ID = FieldName.of("fillId");
    private static final FieldName ORDER_ID = FieldName.of("orderId");
    private static final FieldName REDUCE_ONLY = FieldName.of("reduceOnly");
    private static final FieldName HINTS = FieldName.of("hints");
    private static final FieldName TIME = FieldName.of("time");

    public OrderFillReader() {
        super(MessageKind.ORDER_FILL);
    }

    @Override
    Fill message(String symbol, Fields fields, long recordTimestamp) {
        OrderSide side = fields.required(SIDE, EnumField.ORDER_SIDE);
        BigDecimal price = fields.required(PRICE, Decimal::executed);
        BigDecimal quantity = fields.required(QUANTITY, Decimal::executed);
        Optional<String> fillId = fields.optionalText(FILL_ID, FieldTypes::id).filter(OrderFillReader::isId);
        Optional<String> orderId = fields.optionalText(ORDER_ID, FieldTypes::id);
        PositionSide positionSide = PositionFields.sideOf(fields);
        boolean reduceOnly = fields.optional(REDUCE_ONLY, FieldTypes::flag).orElse(false);
        Optional<BigDecimal> leverage = PositionFields.leverageOf(fields);
        ExitContext hints = ContextFields.hintsOf(fields.object(HINTS, ContextFields.NAMES));
        long time = fields.time(TIME, recordTimestamp);
        return new Fill(
                symbol, side, price, quantity, fillId, orderId, positionSide, reduceOnly, leverage, hints, time);
    }

    /** Exchanges and libraries write 0 or -1 where there is no execution. */
    private static boolean isId(String fillId) {
        return !fillId.equals("0") && !fillId.equals("-1");
    }

    @Override
    Fill deleted(String symbol, long recordTimestamp) {
        throw new Refusal("value is null: a fill cannot be deleted");
    }
}
