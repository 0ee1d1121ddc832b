package io.exitbrain.domain.decision;

import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The public view of a plan ({@code exit-plans} and the queries). Ratios are fractions of price; times are epoch milliseconds. */
public record ExitPlan(
        String planId,
        String symbol,
        PositionSide positionSide,
        Side side,
        Origin origin,
        String strategy,
        String profile,
        Regime regime,
        RiskMode riskMode,
        boolean quantised,
        Optional<BigDecimal> entryPrice,
        BigDecimal initialQuantity,
        BigDecimal quantity,
        BigDecimal leverage,
        boolean leverageKnown,
        BigDecimal confidence,
        StopLossView stopLoss,
        List<LegView> legs,
        TrailView trailing,
        StopView stop,
        Optional<String> strategyId,
        Optional<String> sourceFillId,
        int revision,
        long createdAt,
        long updatedAt) {

    public ExitPlan {
        legs = List.copyOf(legs);
    }

    /** The key on {@code exit-plans}: the symbol in one-way mode, symbol and side in hedge mode. */
    public static String key(String symbol, PositionSide positionSide) {
        return positionSide.isHedge() ? symbol + "/" + positionSide : symbol;
    }

    public String key() {
        return key(symbol, positionSide);
    }

    /** The stop that is in force, and the distance of the stop loss from the entry as a ratio of it. */
    public record StopLossView(Optional<BigDecimal> price, BigDecimal distancePct) {}

    /** One take-profit leg. */
    public record LegView(
            int index,
            BigDecimal rMultiple,
            BigDecimal price,
            BigDecimal fraction,
            BigDecimal quantity,
            Execution execution,
            Leg.LegStatus status) {}

    /** The trailing rule; exactly one of the three callbacks is present if it is enabled. */
    public record TrailView(
            boolean enabled,
            Optional<BigDecimal> callbackPct,
            Optional<BigDecimal> callbackPrice,
            Optional<BigDecimal> callbackTicks,
            Optional<BigDecimal> activationPct,
            Optional<BigDecimal> activationPrice,
            BigDecimal sizePct,
            List<TighteningView> tightening) {

        /** No trail. */
        public static final TrailView OFF = new TrailView(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                List.of());

        public TrailView {
            tightening = List.copyOf(tightening);
        }
    }

    /** A tightening step: at most one of the two distances and exactly one of the three callbacks is present. */
    public record TighteningView(
            Optional<BigDecimal> atR,
            Optional<BigDecimal> atPct,
            Optional<BigDecimal> callbackPct,
            Optional<BigDecimal> callbackPrice,
            Optional<BigDecimal> callbackTicks) {}

    /** The current stop: the wanted stop and the stop that the executor confirmed. */
    public record StopView(
            Stop.State state,
            Optional<BigDecimal> price,
            Optional<BigDecimal> bestPrice,
            int version,
            Optional<BigDecimal> confirmedPrice,
            int confirmedVersion) {}
}
