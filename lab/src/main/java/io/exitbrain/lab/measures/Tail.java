package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Losses that are clearly larger than the risk, as after a gap. Only closed trades count.
 *
 * @param beyond results below -1.1 R, as a share of all
 * @param meanBeyond how far they are below -1.1 R, in the mean; R, over 0
 * @param mostBeyond how far the worst of them is below -1.1 R; R, over 0
 */
public record Tail(Share beyond, Optional<Double> meanBeyond, Optional<Double> mostBeyond) {

    private static final double LIMIT = -1.1;

    static Tail of(List<Trade> closed, ToDoubleFunction<Trade> result) {
        List<Double> beyond = closed.stream()
                .map(result::applyAsDouble)
                .filter(value -> value < LIMIT)
                .map(value -> LIMIT - value)
                .toList();
        return new Tail(
                new Share(beyond.size(), closed.size()),
                beyond.stream().mapToDouble(Double::doubleValue).average().stream()
                        .boxed()
                        .findFirst(),
                beyond.stream().max(Double::compare));
    }
}
