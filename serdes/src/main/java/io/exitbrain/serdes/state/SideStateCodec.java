package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.value.PositionSide;
import java.util.List;

/** The codec of one position side. The side is known from its place in the state. */
final class SideStateCodec {

    /** The order of the sides in the state of a symbol. */
    static final List<PositionSide> ORDER = List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT);

    private static final Codec<LivingPlan> PLAN = new PlanCodec();
    private static final Codec<SideState.Held> HELD = Codec.of(SideStateCodec::writeHeld, SideStateCodec::readHeld);

    private SideStateCodec() {}

    static void write(BinaryWriter out, SideState side) {
        writePosition(out, side.position());
        writeTimes(out, side.times());
        out.optional(side.held(), HELD);
        out.optional(side.plan(), PLAN);
        out.number(side.unprotectedSince());
    }

    static SideState read(BinaryReader in, PositionSide side) {
        return new SideState(side, readPosition(in), readTimes(in), in.optional(HELD), in.optional(PLAN), in.number());
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

    private static void writeTimes(BinaryWriter out, SideTimes times) {
        out.number(times.newestEvent());
        out.number(times.newestSnapshot());
        out.number(times.opened());
        out.number(times.lastIncrease());
        out.number(times.lastFillIncrease());
    }

    private static SideTimes readTimes(BinaryReader in) {
        return new SideTimes(in.number(), in.number(), in.number(), in.number(), in.number());
    }

    private static void writeHeld(BinaryWriter out, SideState.Held held) {
        SnapshotCodec.SNAPSHOT.write(out, held.snapshot());
        out.number(held.heldSince());
    }

    private static SideState.Held readHeld(BinaryReader in) {
        return new SideState.Held(SnapshotCodec.SNAPSHOT.read(in), in.number());
    }
}
