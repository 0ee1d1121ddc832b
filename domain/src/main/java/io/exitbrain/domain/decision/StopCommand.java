package io.exitbrain.domain.decision;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A command to the executor ({@code trailing-stop-commands}). It is always reduce-only, is triggered by the mark price, and is never
 * larger than the open quantity.
 * @param version grows by exactly 1 per command of a plan; only an EXIT repeats its version
 * @param quantity empty for CANCEL
 * @param stopPrice empty for CANCEL, and for an EXIT of a position that never had a stop
 * @param maxQuantity the exchange's largest order quantity if {@code quantity} exceeds it: the executor splits the order
 * @param markPrice the newest mark; empty if there was none
 * @param time epoch milliseconds
 */
public record StopCommand(
        String planId,
        int version,
        String symbol,
        PositionSide positionSide,
        Action action,
        Reason reason,
        OrderSide orderSide,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> stopPrice,
        Optional<BigDecimal> previousStopPrice,
        Optional<BigDecimal> markPrice,
        Optional<BigDecimal> bestPrice,
        Optional<BigDecimal> maxQuantity,
        long time) {

    public StopCommand {
        Require.that(version >= 1, "version must be >= 1, was %s", version);
        Require.that(
                (action == Action.CANCEL) == quantity.isEmpty(), "%s must say a quantity, was %s", action, quantity);
    }

    /** planId and version. A repeated command has the same id. */
    public String commandId() {
        return planId + "-" + version;
    }

    /** Whether this command was sent before: an EXIT is repeated until the position is closed. {@code before} is the symbol before it. */
    public boolean isRepeatAfter(SymbolState before) {
        return action == Action.EXIT
                && before.sides()
                        .of(positionSide)
                        .plan()
                        .filter(plan -> plan.identity().planId().equals(planId)
                                && plan.sent().version() == version)
                        .isPresent();
    }

    /**
     * How far the mark was beyond the stop when this EXIT was sent, as a ratio of the stop price; 0 on the stop. Empty for other commands,
     * without a stop or a mark, and for an EXIT whose stop was not reached.
     */
    public Optional<BigDecimal> exitGap() {
        if (action != Action.EXIT || stopPrice.isEmpty() || markPrice.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal beyond = orderSide == OrderSide.SELL
                ? stopPrice.get().subtract(markPrice.get())
                : markPrice.get().subtract(stopPrice.get());
        return Optional.of(beyond)
                .filter(gap -> gap.signum() >= 0)
                .map(gap -> gap.divide(stopPrice.get(), MathContext.DECIMAL32));
    }
}
