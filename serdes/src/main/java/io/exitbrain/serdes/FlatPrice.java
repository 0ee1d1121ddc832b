package io.exitbrain.serdes;

import io.exitbrain.domain.MarkPrice;
import java.util.Optional;

/**
 * A mark price in its usual shape: one flat object of plain ASCII strings and plain numbers, each field once, nothing wrong with it.
 * Of anything else it says nothing, not even that it is bad: {@link GeneralMarkPriceReader} does.
 */
final class FlatPrice {

    private final FlatObject json = new FlatObject();

    /** The price, or empty where the general way must look. */
    Optional<MarkPrice> read(byte[] value, String key, long recordTimestamp) {
        if (recordTimestamp < 0 || !Symbols.isSymbol(key) || !json.scan(value) || !json.names(key)) {
            return Optional.empty();
        }
        PlainNumber price = json.price();
        long time = json.time(recordTimestamp);
        return price == null || time < 0 || time - recordTimestamp > Limits.AHEAD_MS
                ? Optional.empty()
                : Optional.of(new MarkPrice(key, price.decimal(), time));
    }
}
