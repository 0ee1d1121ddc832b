package io.exitbrain.serdes.price;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.Symbols;
import io.exitbrain.serdes.input.TimeType;
import io.exitbrain.serdes.json.Limits;
import java.math.BigDecimal;

/**
 * A mark price in its usual shape: one valid flat object of plain ASCII strings and plain numbers, each field once. It is read without
 * creating objects, on one thread. {@link #read} returns false for any other record, valid or not; {@link MarkPriceReader} reads those.
 */
public final class PlainPrice {

    private final FlatObject scanned = new FlatObject();
    private final PriceShape shape = new PriceShape();
    private long time;

    /**
     * Reads the record; true if it is such a price, which the other methods then return. Must be called before them. {@code key} is the
     * raw key; {@code recordTimestamp} is in epoch milliseconds.
     */
    public boolean read(byte[] value, byte[] key, long recordTimestamp) {
        if (recordTimestamp < 0 || !Symbols.isSymbol(key) || !hasShape(value, key)) {
            return false;
        }
        time = shape.time(recordTimestamp);
        boolean isInRange = !shape.hasTime() || (time >= TimeType.MIN_MS && time <= TimeType.MAX_MS);
        return isInRange && shape.unscaledPrice() > 0 && time - recordTimestamp <= Limits.AHEAD_MS;
    }

    private boolean hasShape(byte[] value, byte[] key) {
        return shape.matches(value, key) || (learns(value) && shape.matches(value, key));
    }

    private boolean learns(byte[] value) {
        boolean isPrice = scanned.scan(value) && scanned.isMarkPrice();
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

    /** The price as a message; {@code symbol} is the key that it was read with. */
    MarkPrice message(String symbol) {
        return new MarkPrice(symbol, BigDecimal.valueOf(unscaled(), scale()), time);
    }
}
