package io.exitbrain.serdes;

import io.exitbrain.domain.MarkPrice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mark-prices}. Prices are most of what the engine reads, so the usual flat shape is read byte by byte; whatever is not
 * plainly that shape goes the general way. Both give the same reading. For one thread.
 */
public final class MarkPriceReader implements MessageReader<MarkPrice> {

    private final FlatPrice flat = new FlatPrice();
    private final MessageReader<MarkPrice> general = new GeneralMarkPriceReader();

    @Override
    public Reading<MarkPrice> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        if (key != null && value != null) {
            Optional<MarkPrice> price = flat.read(value, key, recordTimestamp);
            if (price.isPresent()) {
                return new Accepted<>(price.get(), List.of());
            }
        }
        return general.read(key, value, recordTimestamp);
    }
}
