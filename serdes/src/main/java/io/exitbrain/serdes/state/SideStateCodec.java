package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideState.AwaitedClosing;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.plan.ToldLeverage;
import io.exitbrain.domain.value.PositionSide;
import java.util.List;
import java.util.Optional;

/** The codec of one position side. The side is known from its place in the state. */
final class SideStateCodec {

    /** The order of the sides in the state of a symbol. */
    static final List<PositionSide> ORDER = List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT);

    private static final Codec<LivingPlan> PLAN = new PlanCodec();
    private static final Codec<AwaitedClosing> AWAITED = Codec.of(
            (out, closing) -> {
                out.decimal(closing.quantity());
                out.number(closing.since());
            },
            in -> new AwaitedClosing(in.decimal(), in.number()));

    private static final Codec<ToldLeverage> TOLD = Codec.of(
            (out, told) -> {
                out.decimal(told.leverage());
                out.number(told.time());
            },
            in -> new ToldLeverage(in.decimal(), in.number()));

    private SideStateCodec() {}

    static void write(BinaryWriter out, SideState side) {
        writePosition(out, side.position());
        AccountCodec.ACCOUNT.write(out, side.account());
        out.number(side.times().opened());
        out.number(side.times().lastIncrease());
        out.optional(side.awaited(), AWAITED);
        out.optional(side.plan(), PLAN);
        out.number(side.unprotectedSince());
        out.optional(side.told(), TOLD);
        out.flag(side.isDust());
    }

    static SideState read(BinaryReader in, PositionSide side) {
        return in.since(2) ? readNewest(in, side) : VersionOneSide.read(in, side, readPosition(in), PLAN);
    }

    private static SideState readNewest(BinaryReader in, PositionSide side) {
        return new SideState(
                side,
                readPosition(in),
                AccountCodec.ACCOUNT.read(in),
                new SideTimes(in.number(), in.number()),
                in.optional(AWAITED),
                in.optional(PLAN),
                in.number(),
                in.since(3) ? in.optional(TOLD) : Optional.empty(),
                in.since(3) && in.flag());
    }

    private static void writePosition(BinaryWriter out, Position position) {
        EnumCodec.SIDE.write(out, position.side());
        out.decimal(position.quantity());
        out.optional(position.entry(), Codec.DECIMAL);
        out.optional(position.leverage(), Codec.DECIMAL);
    }

    private static Position readPosition(BinaryReader in) {
        return new Position(
                EnumCodec.SIDE.read(in), in.decimal(), in.optional(Codec.DECIMAL), in.optional(Codec.DECIMAL));
    }
}
