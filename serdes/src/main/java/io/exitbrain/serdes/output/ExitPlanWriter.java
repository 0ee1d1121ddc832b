package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.ExitPlan.LegView;
import io.exitbrain.domain.decision.ExitPlan.StopLossView;
import io.exitbrain.domain.decision.ExitPlan.StopView;
import io.exitbrain.domain.decision.ExitPlan.TighteningView;
import io.exitbrain.domain.decision.ExitPlan.TrailView;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the values of {@code exit-plans}; null is a tombstone. */
public final class ExitPlanWriter implements Serializer<ExitPlan> {

    @Override
    public byte @Nullable [] serialize(@Nullable String topic, @Nullable ExitPlan plan) {
        return plan == null ? null : JsonOut.bytes(out -> plan(out, plan));
    }

    private static void plan(JsonOut out, ExitPlan plan) {
        out.text("planId", plan.planId())
                .text("symbol", plan.symbol())
                .word("positionSide", plan.positionSide())
                .word("side", plan.side())
                .word("origin", plan.origin())
                .text("strategy", plan.strategy())
                .text("profile", plan.profile())
                .word("regime", plan.regime())
                .word("riskMode", plan.riskMode())
                .flag("quantised", plan.quantised())
                .decimal("entryPrice", plan.entryPrice())
                .decimal("initialQuantity", plan.initialQuantity())
                .decimal("quantity", plan.quantity())
                .ratio("leverage", plan.leverage())
                .flag("leverageKnown", plan.leverageKnown())
                .ratio("confidence", plan.confidence())
                .object("stopLoss", stopLoss -> stopLoss(stopLoss, plan.stopLoss()))
                .objects("legs", plan.legs(), ExitPlanWriter::leg)
                .object("trailing", trailing -> trailing(trailing, plan.trailing()))
                .object("stop", stop -> stop(stop, plan.stop()))
                .text("strategyId", plan.strategyId())
                .text("sourceFillId", plan.sourceFillId())
                .number("revision", plan.revision())
                .number("createdAt", plan.createdAt())
                .number("updatedAt", plan.updatedAt());
    }

    private static void stopLoss(JsonOut out, StopLossView stopLoss) {
        out.decimal("price", stopLoss.price()).ratio("distancePct", stopLoss.distancePct());
    }

    private static void leg(JsonOut out, LegView leg) {
        out.number("index", leg.index())
                .text("kind", "TAKE_PROFIT")
                .ratio("rMultiple", leg.rMultiple())
                .decimal("price", leg.price())
                .ratio("fraction", leg.fraction())
                .decimal("quantity", leg.quantity())
                .word("execution", leg.execution())
                .word("status", leg.status());
    }

    private static void trailing(JsonOut out, TrailView trail) {
        out.flag("enabled", trail.enabled()).ratio("callbackPct", trail.callbackPct());
        whenPresent(out, "callbackPrice", trail.callbackPrice());
        whenPresent(out, "callbackTicks", trail.callbackTicks().map(BigDecimal::stripTrailingZeros));
        out.ratio("activationPct", trail.activationPct())
                .decimal("activationPrice", trail.activationPrice())
                .ratio("sizePct", trail.sizePct())
                .objects("tightening", trail.tightening(), ExitPlanWriter::tightening);
    }

    private static void tightening(JsonOut out, TighteningView step) {
        whenPresent(out, "atR", step.atR().map(BigDecimal::stripTrailingZeros));
        whenPresent(out, "atPct", step.atPct().map(BigDecimal::stripTrailingZeros));
        whenPresent(out, "callbackPct", step.callbackPct().map(BigDecimal::stripTrailingZeros));
        whenPresent(out, "callbackPrice", step.callbackPrice());
        whenPresent(out, "callbackTicks", step.callbackTicks().map(BigDecimal::stripTrailingZeros));
    }

    private static void whenPresent(JsonOut out, String name, Optional<BigDecimal> decimal) {
        decimal.ifPresent(present -> out.decimal(name, present));
    }

    private static void stop(JsonOut out, StopView stop) {
        out.word("state", stop.state())
                .decimal("price", stop.price())
                .decimal("bestPrice", stop.bestPrice())
                .number("version", stop.version())
                .decimal("confirmedPrice", stop.confirmedPrice())
                .number("confirmedVersion", stop.confirmedVersion());
    }
}
