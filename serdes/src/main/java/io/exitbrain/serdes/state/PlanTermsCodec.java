package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.PlanTerms;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import java.math.BigDecimal;

/** The codec of a plan's terms: its trail and the settings of its stop. */
final class PlanTermsCodec implements Codec<PlanTerms> {

    static final Codec<PlanTerms> TERMS = new PlanTermsCodec();
    static final Codec<Distance> DISTANCE = Codec.of(PlanTermsCodec::writeDistance, PlanTermsCodec::readDistance);

    private static final Codec<Callback> CALLBACK =
            Codec.of(PlanTermsCodec::writeCallback, PlanTermsCodec::readCallback);
    private static final Codec<Trail.Tightening> TIGHTENING =
            Codec.of(PlanTermsCodec::writeTightening, PlanTermsCodec::readTightening);
    private static final Codec<Trail> TRAIL = Codec.of(PlanTermsCodec::writeTrail, PlanTermsCodec::readTrail);

    private static final int IN_R = 0;
    private static final int OF_ENTRY = 1;
    private static final int IN_PRICE = 2;
    private static final int IN_SCALED_R = 3;

    private static final int RATIO = 0;
    private static final int PRICE = 1;
    private static final int TICKS = 2;

    @Override
    public void write(BinaryWriter out, PlanTerms terms) {
        out.text(terms.strategy());
        out.text(terms.profile());
        EnumCodec.REGIME.write(out, terms.regime());
        EnumCodec.RISK_MODE.write(out, terms.riskMode());
        out.decimal(terms.confidence());
        out.decimal(terms.distance());
        out.optional(terms.trail(), TRAIL);
        writeStopTerms(out, terms.stop());
    }

    @Override
    public PlanTerms read(BinaryReader in) {
        return new PlanTerms(
                in.text(),
                in.text(),
                EnumCodec.REGIME.read(in),
                EnumCodec.RISK_MODE.read(in),
                in.decimal(),
                in.decimal(),
                in.optional(TRAIL),
                readStopTerms(in));
    }

    private static void writeTrail(BinaryWriter out, Trail trail) {
        CALLBACK.write(out, trail.callback());
        DISTANCE.write(out, trail.activation());
        out.list(trail.tightening(), TIGHTENING);
    }

    private static Trail readTrail(BinaryReader in) {
        return new Trail(CALLBACK.read(in), DISTANCE.read(in), in.list(TIGHTENING));
    }

    private static void writeTightening(BinaryWriter out, Trail.Tightening step) {
        DISTANCE.write(out, step.at());
        CALLBACK.write(out, step.callback());
    }

    private static Trail.Tightening readTightening(BinaryReader in) {
        return new Trail.Tightening(DISTANCE.read(in), CALLBACK.read(in));
    }

    private static void writeStopTerms(BinaryWriter out, PlanTerms.StopTerms stop) {
        out.decimal(stop.minStepPct());
        out.flag(stop.breakEven());
        out.optional(stop.maxMarginLoss(), DECIMAL);
        out.decimal(stop.minDistancePct());
        out.optional(stop.assumedLeverage(), DECIMAL);
        out.optional(stop.liquidationBuffer(), DECIMAL);
        out.optional(stop.maxHoldMs(), NUMBER);
    }

    private static PlanTerms.StopTerms readStopTerms(BinaryReader in) {
        return new PlanTerms.StopTerms(
                in.decimal(),
                in.flag(),
                in.optional(DECIMAL),
                in.decimal(),
                in.since(3) ? in.optional(DECIMAL) : StopPolicy.DEFAULT.assumedLeverage(),
                in.since(3) ? in.optional(DECIMAL) : StopPolicy.DEFAULT.liquidationBuffer(),
                in.optional(NUMBER));
    }

    // The domain does not know the layout, so only this file distinguishes the kinds of distance and callback.

    private static void writeDistance(BinaryWriter out, Distance distance) {
        if (distance instanceof Distance.InR inR) {
            tagged(out, IN_R, inR.multiple());
        } else if (distance instanceof Distance.OfEntry ofEntry) {
            tagged(out, OF_ENTRY, ofEntry.ratio());
        } else if (distance instanceof Distance.InPrice inPrice) {
            tagged(out, IN_PRICE, inPrice.distance());
        } else if (distance instanceof Distance.InScaledR inScaledR) {
            tagged(out, IN_SCALED_R, inScaledR.dividend());
            out.decimal(inScaledR.divisor());
        } else {
            throw new IllegalStateException("no layout for " + distance);
        }
    }

    private static Distance readDistance(BinaryReader in) {
        int tag = in.code();
        BigDecimal decimal = in.decimal();
        return switch (tag) {
            case IN_R -> new Distance.InR(decimal);
            case OF_ENTRY -> new Distance.OfEntry(decimal);
            case IN_PRICE -> new Distance.InPrice(decimal);
            case IN_SCALED_R -> new Distance.InScaledR(decimal, in.decimal());
            default -> throw new IllegalArgumentException(tag + " is no code of a distance");
        };
    }

    private static void writeCallback(BinaryWriter out, Callback callback) {
        if (callback instanceof Callback.Ratio ratio) {
            tagged(out, RATIO, ratio.ratio());
        } else if (callback instanceof Callback.Price price) {
            tagged(out, PRICE, price.distance());
        } else if (callback instanceof Callback.Ticks ticks) {
            tagged(out, TICKS, ticks.ticks());
        } else {
            throw new IllegalStateException("no layout for " + callback);
        }
    }

    private static Callback readCallback(BinaryReader in) {
        int tag = in.code();
        BigDecimal decimal = in.decimal();
        return switch (tag) {
            case RATIO -> new Callback.Ratio(decimal);
            case PRICE -> new Callback.Price(decimal);
            case TICKS -> new Callback.Ticks(decimal);
            default -> throw new IllegalArgumentException(tag + " is no code of a callback");
        };
    }

    private static void tagged(BinaryWriter out, int tag, BigDecimal decimal) {
        out.code(tag);
        out.decimal(decimal);
    }
}
