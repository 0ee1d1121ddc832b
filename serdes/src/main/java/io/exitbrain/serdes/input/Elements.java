package io.exitbrain.serdes.input;

import io.exitbrain.serdes.dialect.Gate;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.JsonWriting;
import io.exitbrain.serdes.json.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Messages to be sent to their own topic, in canonical JSON under their symbol. */
final class Elements {

    private static final String OWN_DIALECT = Gate.OWN_DIALECT;

    private Elements() {}

    /**
     * {@code found} as an element. A message is valid: its canonical JSON reads as accepted, so it cannot go round twice.
     *
     * @param key the symbol of a message that names none
     */
    static Element of(Verdict.Found found, Optional<String> key, long recordTimestamp) {
        try {
            String symbol = symbolIn(found)
                    .or(() -> key.map(Symbols::fromKey))
                    .orElseThrow(() -> new Refusal("symbol is missing"));
            return checked(found, symbol, recordTimestamp);
        } catch (Refusal refusal) {
            return new Element.Refused(reason(found, refusal));
        }
    }

    /** The symbol that the message names. */
    static Optional<String> symbolIn(Verdict.Found found) {
        try {
            return Symbols.inValue(new Fields(found));
        } catch (Refusal refusal) {
            throw new Refusal(reason(found, refusal));
        }
    }

    /** The reason of {@code refusal}, with the dialect if it is another than ours. */
    static String reason(Verdict.Found found, Refusal refusal) {
        String start = found.dialect() + ": ";
        boolean isPlain =
                found.dialect().equals(OWN_DIALECT) || refusal.reason().startsWith(start);
        return isPlain ? refusal.reason() : start + refusal.reason();
    }

    private static Element checked(Verdict.Found found, String symbol, long recordTimestamp) {
        JsonMessageReader<?> reader = Readers.BY_KIND.get(found.kind());
        return Objects.requireNonNull(reader)
                .inPlace(symbol, found, recordTimestamp)
                .fold(
                        accepted -> written(reader, found, symbol, recordTimestamp),
                        refused -> new Element.Refused(refused.reason()),
                        skipped -> new Element.Skipped(skipped.dialect(), skipped.kind()),
                        several -> new Element.Refused("not one message"));
    }

    private static Element written(
            JsonMessageReader<?> reader, Verdict.Found found, String symbol, long recordTimestamp) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("symbol", JsonValue.ofText(symbol));
        found.fields().forEach(fields::putIfAbsent);
        byte[] json = JsonWriting.object(fields);
        return reader.read(symbol, json, recordTimestamp)
                .fold(
                        accepted -> new Element.Message(found.kind(), symbol, json),
                        refused -> new Element.Refused(refused.reason()),
                        skipped -> new Element.Skipped(skipped.dialect(), skipped.kind()),
                        several -> new Element.Refused("the canonical form is not one message"));
    }

    /** Created at the first use, because a reader has elements of other kinds. */
    private static final class Readers {

        static final Map<MessageKind, JsonMessageReader<?>> BY_KIND = Map.of(
                MessageKind.ORDER_FILL, new OrderFillReader(),
                MessageKind.POSITION, new PositionReader(),
                MessageKind.MARK_PRICE, new GeneralMarkPriceReader(),
                MessageKind.EXECUTION_REPORT, new ExecutionReportReader(),
                MessageKind.INSTRUMENT, new InstrumentReader());
    }
}
