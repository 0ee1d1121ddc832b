package io.exitbrain.serdes.input;

import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.JsonText;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code exchange-events}: a record of any kind, with or without a key. It never throws. */
public final class ExchangeEventReader {

    private final Map<MessageKind, MessageReader<?>> readers = Map.of(
            MessageKind.ORDER_FILL, new OrderFillReader(),
            MessageKind.POSITION, new PositionReader(),
            MessageKind.MARK_PRICE, new GeneralMarkPriceReader(),
            MessageKind.EXECUTION_REPORT, new ExecutionReportReader(),
            MessageKind.INSTRUMENT, new InstrumentReader());

    /**
     * The elements of the record, in its order.
     *
     * @param key the symbol, for values that do not name one; other keys do not matter
     * @param recordTimestamp timestamp of the record, epoch milliseconds
     */
    public List<Element> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        if (value == null) {
            return List.of(new Element.Refused("value is null: an exchange event cannot be deleted"));
        }
        try {
            MessageKind kind = kindOf(JsonText.fieldsOf(value));
            return reader(kind)
                    .read(key, value, recordTimestamp)
                    .fold(
                            accepted -> List.of(new Element.Message(kind, String.valueOf(key), value)),
                            refused -> List.of(new Element.Refused(refused.reason())),
                            skipped -> List.of(new Element.Skipped(skipped.dialect(), skipped.kind())),
                            Reading.Several::elements);
        } catch (Refusal refusal) {
            return List.of(new Element.Refused(refusal.reason()));
        }
    }

    private static MessageKind kindOf(Map<String, JsonValue> fields) {
        if (fields.containsKey("commandId")) {
            return MessageKind.EXECUTION_REPORT;
        }
        if (fields.containsKey("tickSize")) {
            return MessageKind.INSTRUMENT;
        }
        if (fields.containsKey("positionAmt")) {
            return MessageKind.POSITION;
        }
        return fields.containsKey("side") ? MessageKind.ORDER_FILL : MessageKind.MARK_PRICE;
    }

    private MessageReader<?> reader(MessageKind kind) {
        return Objects.requireNonNull(readers.get(kind));
    }
}
