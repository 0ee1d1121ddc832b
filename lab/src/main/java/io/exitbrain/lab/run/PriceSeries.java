package io.exitbrain.lab.run;

import java.util.ArrayList;
import java.util.List;

/** The last price of each step of time, of one symbol. A step without a price has the price before it. */
final class PriceSeries {

    private final long stepMs;
    private final List<Double> prices = new ArrayList<>();
    private long firstStep = -1;

    PriceSeries(long stepMs) {
        this.stepMs = stepMs;
    }

    /** {@code time} in epoch milliseconds, no older than before. */
    void price(double price, long time) {
        long step = time / stepMs;
        if (firstStep < 0) {
            firstStep = step;
        }
        long at = step - firstStep;
        while (prices.size() < at) {
            prices.add(prices.get(prices.size() - 1));
        }
        if (at < prices.size()) {
            prices.set((int) at, price);
        } else {
            prices.add(price);
        }
    }

    double[] prices() {
        return prices.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The position of {@code time} in {@link #prices}; it lies in the series for every time from the first price on. */
    int stepOf(long time) {
        return (int) Math.max(0, Math.min(prices.size() - 1L, time / stepMs - firstStep));
    }

    /** The time of a position, epoch milliseconds. */
    long timeOf(int step) {
        return (firstStep + step) * stepMs;
    }
}
