package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.Ladder;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PlanIdentity;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Instrument;
import java.math.BigDecimal;

/** The codec of a living plan. */
final class PlanCodec implements Codec<LivingPlan> {

    private static final Codec<Leg> LEG = Codec.of(PlanCodec::writeLeg, PlanCodec::readLeg);

    @Override
    public void write(BinaryWriter out, LivingPlan plan) {
        writeIdentity(out, plan.identity());
        PlanTermsCodec.TERMS.write(out, plan.terms());
        out.list(plan.ladder().legs(), LEG);
        out.decimal(plan.ladder().closed());
        writeStop(out, plan.stop());
        SentCommandsCodec.ORDERS.write(out, plan.sent());
        writeInstrument(out, plan.instrument());
        out.number(plan.revision());
        out.number(plan.updatedAt());
    }

    @Override
    public LivingPlan read(BinaryReader in) {
        return new LivingPlan(
                readIdentity(in),
                PlanTermsCodec.TERMS.read(in),
                new Ladder(in.list(LEG), in.decimal()),
                readStop(in),
                SentCommandsCodec.ORDERS.read(in),
                readInstrument(in),
                in.integer(),
                in.number());
    }

    private static void writeIdentity(BinaryWriter out, PlanIdentity identity) {
        out.text(identity.planId());
        EnumCodec.ORIGIN.write(out, identity.origin());
        out.decimal(identity.initialQuantity());
        out.optional(identity.strategyId(), TEXT);
        out.optional(identity.sourceFillId(), TEXT);
        out.number(identity.createdAt());
    }

    private static PlanIdentity readIdentity(BinaryReader in) {
        return new PlanIdentity(
                in.text(), EnumCodec.ORIGIN.read(in), in.decimal(), in.optional(TEXT), in.optional(TEXT), in.number());
    }

    private static void writeLeg(BinaryWriter out, Leg leg) {
        out.number(leg.index());
        PlanTermsCodec.DISTANCE.write(out, leg.target());
        out.decimal(leg.price());
        out.decimal(leg.fraction());
        out.decimal(leg.quantity());
        EnumCodec.EXECUTION.write(out, leg.execution());
        EnumCodec.LEG_STATUS.write(out, leg.status());
    }

    private static Leg readLeg(BinaryReader in) {
        return new Leg(
                in.integer(),
                PlanTermsCodec.DISTANCE.read(in),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                EnumCodec.EXECUTION.read(in),
                EnumCodec.LEG_STATUS.read(in));
    }

    private static void writeStop(BinaryWriter out, Stop stop) {
        EnumCodec.STOP_STATE.write(out, stop.state());
        out.decimal(stop.price());
        out.decimal(stop.best());
        out.optional(stop.activationPrice(), DECIMAL);
        out.flag(stop.movedByTrail());
        out.flag(stop.awaitsMark());
    }

    private static Stop readStop(BinaryReader in) {
        Stop.State state = EnumCodec.STOP_STATE.read(in);
        BigDecimal price = in.decimal();
        BigDecimal best = in.decimal();
        if (!in.since(3)) {
            in.decimal(); // the stop loss: what is in force is the price
        }
        return new Stop(state, price, best, in.optional(DECIMAL), in.flag(), in.flag());
    }

    private static void writeInstrument(BinaryWriter out, Instrument instrument) {
        out.decimal(instrument.tickSize());
        out.decimal(instrument.stepSize());
        out.decimal(instrument.minQuantity());
        out.decimal(instrument.minNotional());
        out.decimal(instrument.maxQuantity());
        out.decimal(instrument.contractSize());
        out.flag(instrument.inverse());
    }

    private static Instrument readInstrument(BinaryReader in) {
        return new Instrument(
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.since(3) ? in.decimal() : BigDecimal.ZERO,
                in.since(3) ? in.decimal() : BigDecimal.ONE,
                in.since(3) && in.flag());
    }
}
