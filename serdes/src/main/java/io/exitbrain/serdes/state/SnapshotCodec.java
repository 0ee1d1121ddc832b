package io.exitbrain.serdes.state;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Snapshot;

/** The codec of a position snapshot. Version 1 also contains the faults of its message. */
final class SnapshotCodec implements Codec<Snapshot> {

    static final Codec<Snapshot> SNAPSHOT = new SnapshotCodec();

    /** The three parts of a fault: field, expected form, found value. */
    private static final Codec<FieldFault> FAULT = Codec.of(
            (out, fault) -> {
                throw new UnsupportedOperationException("only version 1 has faults");
            },
            in -> new FieldFault(in.text(), in.text(), in.text()));

    @Override
    public void write(BinaryWriter out, Snapshot snapshot) {
        out.text(snapshot.symbol());
        EnumCodec.POSITION_SIDE.write(out, snapshot.positionSide());
        out.decimal(snapshot.amount());
        out.optional(snapshot.entryPrice(), DECIMAL);
        out.optional(snapshot.markPrice(), DECIMAL);
        out.optional(snapshot.leverage(), DECIMAL);
        out.number(snapshot.time());
    }

    @Override
    public Snapshot read(BinaryReader in) {
        Snapshot snapshot = new Snapshot(
                in.text(),
                EnumCodec.POSITION_SIDE.read(in),
                in.decimal(),
                in.optional(DECIMAL),
                in.optional(DECIMAL),
                in.optional(DECIMAL),
                in.number());
        if (!in.since(2)) {
            in.list(FAULT);
        }
        return snapshot;
    }
}
