package io.exitbrain.serdes;

import io.exitbrain.domain.Callback;
import io.exitbrain.domain.Distance;
import io.exitbrain.domain.StopTerms;
import io.exitbrain.domain.Terms;
import io.exitbrain.domain.Tightening;
import io.exitbrain.domain.Trail;
import java.math.BigDecimal;

/** What a plan was made with: its trail and the rules of its stop. */
final class TermsCodec implements Codec<Terms> {

    static final Codec<Terms> TERMS = new TermsCodec();
    static final Codec<Distance> DISTANCE = Codec.of(TermsCodec::writeDistance, TermsCodec::readDistance);

    private static final Codec<Callback> CALLBACK = Codec.of(TermsCodec::writeCallback, TermsCodec::readCallback);
    private static final Codec<Tightening> TIGHTENING =
            Codec.of(TermsCodec::writeTightening, TermsCodec::readTightening);
    private static final Codec<Trail> TRAIL = Codec.of(TermsCodec::writeTrail, TermsCodec::readTrail);

    private static final int IN_R = 0;
    private static final int OF_ENTRY = 1;
    private static final int IN_PRICE = 2;

    private static final int RATIO = 0;
    private static final int PRICE = 1;
    private static final int TICKS = 2;

    @Override
    public void write(BinaryWriter out, Terms terms) {
        out.text(terms.strategy());
        out.text(terms.profile());
        Codes.REGIME.write(out, terms.regime());
        Codes.RISK_MODE.write(out, terms.riskMode());
        out.decimal(terms.confidence());
        out.decimal(terms.distance());
        out.optional(terms.trail(), TRAIL);
        writeStopTerms(out, terms.stop());
    }

    @Override
    public Terms read(BinaryReader in) {
        return new Terms(
                in.text(),
                in.text(),
                Codes.REGIME.read(in),
                Codes.RISK_MODE.read(in),
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

    private static void writeTightening(BinaryWriter out, Tightening step) {
        DISTANCE.write(out, step.at());
        CALLBACK.write(out, step.callback());
    }

    private static Tightening readTightening(BinaryReader in) {
        return new Tightening(DISTANCE.read(in), CALLBACK.read(in));
    }

    private static void writeStopTerms(BinaryWriter out, StopTerms stop) {
        out.decimal(stop.minStepPct());
        out.flag(stop.breakEven());
        out.optional(stop.maxMarginLoss(), DECIMAL);
        out.decimal(stop.minDistancePct());
        out.optional(stop.maxHoldMs(), NUMBER);
    }

    private static StopTerms readStopTerms(BinaryReader in) {
        return new StopTerms(in.decimal(), in.flag(), in.optional(DECIMAL), in.decimal(), in.optional(NUMBER));
    }

    // the layout is no business of the domain: its kinds are told apart here, and only here

    private static void writeDistance(BinaryWriter out, Distance distance) {
        if (distance instanceof Distance.InR inR) {
            tagged(out, IN_R, inR.multiple());
        } else if (distance instanceof Distance.OfEntry ofEntry) {
            tagged(out, OF_ENTRY, ofEntry.ratio());
        } else if (distance instanceof Distance.InPrice inPrice) {
            tagged(out, IN_PRICE, inPrice.distance());
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
