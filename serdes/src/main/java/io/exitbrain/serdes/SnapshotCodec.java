package io.exitbrain.serdes;

import io.exitbrain.domain.FieldFault;
import io.exitbrain.domain.Snapshot;

/** A snapshot of a position, with the faults of its message. */
final class SnapshotCodec implements Codec<Snapshot> {

    static final Codec<Snapshot> SNAPSHOT = new SnapshotCodec();

    private static final Codec<FieldFault> FAULT = Codec.of(SnapshotCodec::writeFault, SnapshotCodec::readFault);

    @Override
    public void write(BinaryWriter out, Snapshot snapshot) {
        out.text(snapshot.symbol());
        Codes.POSITION_SIDE.write(out, snapshot.positionSide());
        out.decimal(snapshot.amount());
        out.optional(snapshot.entryPrice(), DECIMAL);
        out.optional(snapshot.markPrice(), DECIMAL);
        out.optional(snapshot.leverage(), DECIMAL);
        out.number(snapshot.time());
        out.list(snapshot.faults(), FAULT);
    }

    @Override
    public Snapshot read(BinaryReader in) {
        return new Snapshot(
                in.text(),
                Codes.POSITION_SIDE.read(in),
                in.decimal(),
                in.optional(DECIMAL),
                in.optional(DECIMAL),
                in.optional(DECIMAL),
                in.number(),
                in.list(FAULT));
    }

    private static void writeFault(BinaryWriter out, FieldFault fault) {
        out.text(fault.field());
        out.text(fault.expected());
        out.text(fault.found());
    }

    private static FieldFault readFault(BinaryReader in) {
        return new FieldFault(in.text(), in.text(), in.text());
    }
}
