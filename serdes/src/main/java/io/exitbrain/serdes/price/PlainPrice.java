package io.exitbrain.serdes.price;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.Limits;
import io.exitbrain.serdes.input.Symbols;
import java.math.BigDecimal;

/**
 * A mark price in its usual shape: one flat object of plain ASCII strings and plain numbers, each field once, nothing wrong with it.
 * Read without making anything, one after the other, by one thread. Of whatever else comes it says nothing, not even that it is bad:
 * {@link MarkPriceReader} does.
 */
public final class PlainPrice {

    private final FlatObject scanned = new FlatObject();
    private final PriceShape shape = new PriceShape();
    private long time;

    /**
     * Whether the record is such a price, which the other methods then tell; {@code key} as it came, {@code recordTimestamp} in epoch
     * milliseconds. Must be asked first.
     */
    public boolean read(byte[] value, byte[] key, long recordTimestamp) {
        if (recordTimestamp < 0 || !Symbols.isSymbol(key) || !hasShape(value, key)) {
            return false;
        }
        time = shape.time(recordTimestamp);
        return shape.unscaledPrice() > 0 && time - recordTimestamp <= Limits.AHEAD_MS;
    }

    private boolean hasShape(byte[] value, byte[] key) {
        return shape.matches(value, key) || (learns(value) && shape.matches(value, key));
    }

    private boolean learns(byte[] value) {
        boolean isPrice = scanned.scan(value) && scanned.price() != FlatObject.ABSENT;
        if (isPrice) {
            shape.learn(scanned, value);
        }
        return isPrice;
    }

    /** The price times 10^{@link #scale}, at most 18 digits. */
    public long unscaled() {
        return shape.unscaledPrice();
    }

    /** Decimals of the price. */
    public int scale() {
        return shape.priceScale();
    }

    /** Exchange time, epoch milliseconds. */
    public long time() {
        return time;
    }

    /** The price as a message of {@code symbol}, the key that it was read with. */
    MarkPrice message(String symbol) {
        return new MarkPrice(symbol, BigDecimal.valueOf(unscaled(), scale()), time);
    }
}
