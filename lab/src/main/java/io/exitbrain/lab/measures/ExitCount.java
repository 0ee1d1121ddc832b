package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Trade;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The trades that ended in one way.
 *
 * @param count how many
 * @param sum of their results, R; empty for trades that are still open, whose results are not known
 */
public record ExitCount(Exit exit, int count, Optional<Double> sum) {

    /** One for each way, also for those without a trade. */
    static List<ExitCount> of(List<Trade> all) {
        return Arrays.stream(Exit.values()).map(exit -> of(exit, all)).toList();
    }

    private static ExitCount of(Exit exit, List<Trade> all) {
        List<Trade> ended =
                all.stream().filter(trade -> trade.ending().exit() == exit).toList();
        double sum = ended.stream().mapToDouble(Trade::result).sum();
        return new ExitCount(exit, ended.size(), exit == Exit.OPEN ? Optional.empty() : Optional.of(sum));
    }
}
