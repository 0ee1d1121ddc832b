package io.exitbrain.serdes.price;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.GeneralMarkPriceReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mark-prices}. Most input records are prices, so the usual flat shape is read byte by byte. The general reader reads all
 * other shapes. Both give the same reading. For one thread.
 */
public final class MarkPriceReader implements MessageReader<MarkPrice> {

    private final PlainPrice plain = new PlainPrice();
    private final MessageReader<MarkPrice> general = new GeneralMarkPriceReader();

    @Override
    public Reading<MarkPrice> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        if (key != null && value != null && plain.read(value, key.getBytes(StandardCharsets.UTF_8), recordTimestamp)) {
            return new Reading.Accepted<>(plain.message(key), List.of());
        }
        return general.read(key, value, recordTimestamp);
    }
}
