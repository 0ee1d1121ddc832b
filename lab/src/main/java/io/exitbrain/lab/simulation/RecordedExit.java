package io.exitbrain.lab.simulation;

import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;

/**
 * A recorded fill, or a recorded row, that closed some of a position.
 *
 * @param isWhole whether the recorded position was flat after it
 * @param cause STRATEGY if nothing shows that the engine caused it
 * @param time epoch milliseconds
 */
record RecordedExit(BigDecimal quantity, boolean isWhole, BigDecimal price, long time, Exit cause) {

    boolean isOfStrategy() {
        return cause == Exit.STRATEGY;
    }
}
