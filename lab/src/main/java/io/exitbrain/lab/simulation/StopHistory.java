package io.exitbrain.lab.simulation;

import io.exitbrain.lab.trade.Opening;
import java.math.BigDecimal;
import java.util.List;

/**
 * The stops that the policies sent for one trade.
 *
 * @param stops for each policy, in the order of the policies
 */
public record StopHistory(Opening opening, List<List<SentStop>> stops) {

    public StopHistory {
        stops = List.copyOf(stops);
    }

    /**
     * A stop that was sent at {@code time}, epoch milliseconds.
     *
     * @param isMove whether the command was a MOVE
     */
    public record SentStop(long time, BigDecimal price, boolean isMove) {}
}
