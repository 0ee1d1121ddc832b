package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.Results;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sum of the results after a trade was closed.
 *
 * @param time when it was closed, epoch milliseconds
 * @param cumulative the sum of its result and all before it, R
 * @param drawdown how far that is below the highest sum until then, R, 0 or more
 */
public record CurvePoint(long time, double cumulative, double drawdown) {

    /** @param closed in the order of their endings */
    static List<CurvePoint> of(List<Trade> closed) {
        double[] results = closed.stream().mapToDouble(Trade::result).toArray();
        double[] cumulative = Results.cumulative(results);
        double[] drawdowns = Results.drawdowns(results);
        return IntStream.range(0, results.length)
                .mapToObj(i -> new CurvePoint(closed.get(i).ending().time(), cumulative[i], drawdowns[i]))
                .toList();
    }
}
