package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Set;

/** Refuses prices by our own names that may be another price than the mark. */
final class PriceObjections {

    private static final List<String> TRADES = List.of(
            "side",
            "amount",
            "size",
            "quantity",
            "qty",
            "volume",
            "tradeId",
            "orderId",
            "fillId",
            "isBuyerMaker",
            "S",
            "q",
            "v",
            "m",
            "l",
            "L",
            "x",
            "X",
            "c",
            "o",
            "w");

    private static final Set<String> SHORT_PRICE =
            Set.of("s", "symbol", "p", "E", "time", "timestamp", "ts", "T", "i", "P", "r", "ap");

    private PriceObjections() {}

    /**
     * A price called markPrice is one. Any other may be a last price, a price of a trade or a change.
     *
     * @throws Refusal if a field says that it is another
     */
    static void check(Payload payload) {
        if (payload.has("markPrice")) {
            return;
        }
        OwnObjections.first(payload, TRADES).ifPresent(name -> {
            throw new Refusal(
                    "%s says that this is a trade or an order, and no mark price: connect the exchange's mark price"
                            .formatted(name));
        });
        boolean isShort = payload.has("p") && !payload.has("price");
        if (isShort && !isOfMarkPrice(payload)) {
            throw new Refusal(
                    "p is a mark price only in a markPriceUpdate: send the event with its e, or call the price markPrice");
        }
    }

    private static boolean isOfMarkPrice(Payload payload) {
        boolean isEstimate = payload.has("P") && !payload.has("r");
        return !isEstimate
                && payload.fields().keySet().stream().filter(payload::has).allMatch(SHORT_PRICE::contains);
    }
}
