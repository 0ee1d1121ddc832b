package io.exitbrain.lab.recorded;

import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;

/**
 * A recorded fill, or a recorded row, that closed some of a position.
 *
 * @param isWhole whether the recorded position was flat after it
 * @param cause STRATEGY if nothing shows that the engine caused it
 * @param time epoch milliseconds
 */
public record RecordedExit(BigDecimal quantity, boolean isWhole, BigDecimal price, long time, Exit cause) {

    public boolean isOfStrategy() {
        return cause == Exit.STRATEGY;
    }
}
