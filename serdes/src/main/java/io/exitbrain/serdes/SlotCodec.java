package io.exitbrain.serdes;

import io.exitbrain.domain.HeldSnapshot;
import io.exitbrain.domain.LivingPlan;
import io.exitbrain.domain.Position;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Slot;
import io.exitbrain.domain.SlotTimes;
import java.util.List;

/** One position side: its place says which. */
final class SlotCodec {

    /** The order in which the slots of a symbol follow each other. */
    static final List<PositionSide> ORDER = List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT);

    private static final Codec<LivingPlan> PLAN = new PlanCodec();
    private static final Codec<HeldSnapshot> HELD = Codec.of(SlotCodec::writeHeld, SlotCodec::readHeld);

    private SlotCodec() {}

    static void write(BinaryWriter out, Slot slot) {
        writePosition(out, slot.position());
        writeTimes(out, slot.times());
        out.optional(slot.held(), HELD);
        out.optional(slot.plan(), PLAN);
        out.number(slot.unprotectedSince());
    }

    static Slot read(BinaryReader in, PositionSide side) {
        return new Slot(side, readPosition(in), readTimes(in), in.optional(HELD), in.optional(PLAN), in.number());
    }

    private static void writePosition(BinaryWriter out, Position position) {
        Codes.SIDE.write(out, position.side());
        out.decimal(position.quantity());
        out.optional(position.entry(), Codec.DECIMAL);
        out.optional(position.leverage(), Codec.DECIMAL);
    }

    private static Position readPosition(BinaryReader in) {
        return new Position(Codes.SIDE.read(in), in.decimal(), in.optional(Codec.DECIMAL), in.optional(Codec.DECIMAL));
    }

    private static void writeTimes(BinaryWriter out, SlotTimes times) {
        out.number(times.newestEvent());
        out.number(times.newestSnapshot());
        out.number(times.opened());
        out.number(times.lastIncrease());
        out.number(times.lastFillIncrease());
    }

    private static SlotTimes readTimes(BinaryReader in) {
        return new SlotTimes(in.number(), in.number(), in.number(), in.number(), in.number());
    }

    private static void writeHeld(BinaryWriter out, HeldSnapshot held) {
        SnapshotCodec.SNAPSHOT.write(out, held.snapshot());
        out.number(held.heldSince());
    }

    private static HeldSnapshot readHeld(BinaryReader in) {
        return new HeldSnapshot(SnapshotCodec.SNAPSHOT.read(in), in.number());
    }
}
