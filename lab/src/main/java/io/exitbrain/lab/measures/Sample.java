package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.Distribution;
import io.exitbrain.lab.trade.Trade;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The middle of some values.
 *
 * @param count how many values there are
 * @param mean empty if there is no value
 * @param median empty if there is no value
 */
public record Sample(int count, Optional<Double> mean, Optional<Double> median) {

    static Sample of(Collection<Trade> trades, ToDoubleFunction<Trade> value) {
        double[] values = trades.stream().mapToDouble(value).toArray();
        return new Sample(values.length, Distribution.mean(values), Distribution.median(values));
    }
}
