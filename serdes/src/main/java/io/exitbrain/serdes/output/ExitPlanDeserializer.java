package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.ExitPlan.LegView;
import io.exitbrain.domain.decision.ExitPlan.StopLossView;
import io.exitbrain.domain.decision.ExitPlan.StopView;
import io.exitbrain.domain.decision.ExitPlan.TighteningView;
import io.exitbrain.domain.decision.ExitPlan.TrailView;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code exit-plans}; a tombstone is null. */
public final class ExitPlanDeserializer implements Deserializer<ExitPlan> {

    @Override
    public @Nullable ExitPlan deserialize(@Nullable String topic, byte @Nullable [] value) {
        return value == null ? null : JsonIn.read("exit plan", value, ExitPlanDeserializer::plan);
    }

    private static ExitPlan plan(JsonIn in) {
        return new ExitPlan(
                in.text("planId"),
                in.text("symbol"),
                in.word("positionSide", PositionSide.class),
                in.word("side", Side.class),
                in.word("origin", Origin.class),
                in.text("strategy"),
                in.text("profile"),
                in.word("regime", Regime.class),
                in.word("riskMode", RiskMode.class),
                in.flag("quantised"),
                in.optionalDecimal("entryPrice"),
                in.decimal("initialQuantity"),
                in.decimal("quantity"),
                in.decimal("leverage"),
                in.flag("leverageKnown"),
                in.decimal("confidence"),
                stopLoss(in.object("stopLoss")),
                in.objects("legs", ExitPlanDeserializer::leg),
                trailing(in.object("trailing")),
                stop(in.object("stop")),
                in.optionalText("strategyId"),
                in.optionalText("sourceFillId"),
                in.integer("revision"),
                in.number("createdAt"),
                in.number("updatedAt"));
    }

    private static StopLossView stopLoss(JsonIn in) {
        return new StopLossView(in.optionalDecimal("price"), in.decimal("distancePct"));
    }

    private static LegView leg(JsonIn in) {
        return new LegView(
                in.integer("index"),
                in.decimal("rMultiple"),
                in.decimal("price"),
                in.decimal("fraction"),
                in.decimal("quantity"),
                in.word("execution", Execution.class),
                in.word("status", Leg.LegStatus.class));
    }

    private static TrailView trailing(JsonIn in) {
        return new TrailView(
                in.flag("enabled"),
                in.optionalDecimal("callbackPct"),
                in.optionalDecimal("callbackPrice"),
                in.optionalDecimal("callbackTicks"),
                in.optionalDecimal("activationPct"),
                in.optionalDecimal("activationPrice"),
                in.decimal("sizePct"),
                in.objects("tightening", ExitPlanDeserializer::tightening));
    }

    private static TighteningView tightening(JsonIn in) {
        return new TighteningView(
                in.optionalDecimal("atR"),
                in.optionalDecimal("atPct"),
                in.optionalDecimal("callbackPct"),
                in.optionalDecimal("callbackPrice"),
                in.optionalDecimal("callbackTicks"));
    }

    private static StopView stop(JsonIn in) {
        return new StopView(
                in.word("state", Stop.State.class),
                in.optionalDecimal("price"),
                in.optionalDecimal("bestPrice"),
                in.integer("version"),
                in.optionalDecimal("confirmedPrice"),
                in.integer("confirmedVersion"));
    }
}
