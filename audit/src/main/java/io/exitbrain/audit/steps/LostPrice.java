package io.exitbrain.audit.steps;

import io.exitbrain.domain.input.MarkPrice;
import java.math.BigDecimal;
import java.util.Optional;

/** A price that its topic does not keep any more, as the event that it caused tells it. */
final class LostPrice {

    private LostPrice() {}

    /** Empty if {@code text} is no price. */
    static Optional<MarkPrice> of(String symbol, String text, long timestamp) {
        try {
            return Optional.of(new BigDecimal(text))
                    .filter(price -> price.signum() > 0)
                    .map(price -> new MarkPrice(symbol, price, timestamp));
        } catch (NumberFormatException noPrice) {
            return Optional.empty();
        }
    }
}
