package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Our own names of each kind of message. {@code riskMode}, {@code risk_mode} and {@code risk-mode} are the same name. */
public final class OwnNames {

    private static final List<String> TIMES = List.of("time", "T", "E", "timestamp", "ts");

    private static final Map<MessageKind, List<List<String>>> FIELDS = Map.of(
            MessageKind.ORDER_FILL,
            fields(
                    TIMES,
                    "symbol s",
                    "side",
                    "price",
                    "quantity qty",
                    "fillId tradeId",
                    "orderId",
                    "positionSide",
                    "reduceOnly",
                    "leverage",
                    "hints"),
            MessageKind.POSITION,
            fields(
                    List.of("updateTime", "time", "T", "E", "timestamp", "ts"),
                    "symbol s",
                    "positionAmt",
                    "entryPrice",
                    "markPrice",
                    "leverage",
                    "positionSide",
                    "liquidationPrice",
                    "unrealizedProfit"),
            MessageKind.MARK_PRICE,
            fields(List.of("time", "E", "timestamp", "ts"), "symbol s", "markPrice price p"),
            MessageKind.EXECUTION_REPORT,
            fields(TIMES, "symbol s", "commandId", "status", "stopPrice", "reason"),
            MessageKind.INSTRUMENT,
            fields(
                    TIMES,
                    "symbol s",
                    "tickSize",
                    "stepSize",
                    "minQuantity",
                    "minNotional",
                    "maxQuantity",
                    "contractSize",
                    "inverse"));

    private OwnNames() {}

    /** The names of each field of {@code kind}: our own, then what it may also be called. */
    static List<List<String>> of(MessageKind kind) {
        return Objects.requireNonNull(FIELDS.get(kind));
    }

    /** Whether both are one name, apart from how its words are joined. Names of one or two letters are one only if they are equal. */
    public static boolean isSame(String name, String own) {
        return name.equals(own) || (own.length() > 2 && joined(name).equals(joined(own)));
    }

    /**
     * {@code fields} under our own spelling. Names that are not in {@code names} stay as they are.
     *
     * @throws Refusal if two spellings of a name have different values
     */
    public static Map<String, JsonValue> respelled(Map<String, JsonValue> fields, List<String> names) {
        Map<String, JsonValue> respelled = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            String own = names.stream()
                    .filter(candidate -> isSame(name, candidate))
                    .findFirst()
                    .orElse(name);
            JsonValue other = isPresent(value) ? respelled.put(own, value) : respelled.putIfAbsent(own, value);
            if (other != null && isPresent(other) && isPresent(value) && !other.equals(value)) {
                throw new Refusal("%s is given twice, in two spellings, with different values".formatted(own));
            }
        });
        return respelled;
    }

    /** The fields of an exit context under our own spelling; the symbol may be called {@code s}. */
    public static Map<String, JsonValue> ofContext(Map<String, JsonValue> fields, List<String> names) {
        Map<String, JsonValue> respelled = respelled(fields, names);
        JsonValue symbol = respelled.get("s");
        if (symbol != null) {
            respelled.putIfAbsent("symbol", symbol);
        }
        return respelled;
    }

    private static boolean isPresent(JsonValue value) {
        return !value.is(JsonValue.Kind.NULL);
    }

    private static String joined(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> fields(List<String> times, String... names) {
        return Stream.concat(Stream.of(names).map(field -> List.of(field.split(" "))), Stream.of(times))
                .toList();
    }
}
