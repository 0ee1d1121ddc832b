package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.SeenFills;
import java.util.Optional;

/** A fill that was seen. Version 1 kept its id alone. */
final class SeenFillCodec implements Codec<SeenFills.SeenFill> {

    static final Codec<SeenFills.SeenFill> SEEN_FILL = new SeenFillCodec();

    private static final Codec<SeenFills.Details> DETAILS =
            Codec.of(SeenFillCodec::writeDetails, SeenFillCodec::readDetails);

    @Override
    public void write(BinaryWriter out, SeenFills.SeenFill fill) {
        IdCodec.ID.write(out, fill.id());
        out.optional(fill.details(), DETAILS);
    }

    @Override
    public SeenFills.SeenFill read(BinaryReader in) {
        return new SeenFills.SeenFill(IdCodec.ID.read(in), in.since(2) ? in.optional(DETAILS) : Optional.empty());
    }

    private static void writeDetails(BinaryWriter out, SeenFills.Details details) {
        EnumCodec.ORDER_SIDE.write(out, details.side());
        EnumCodec.POSITION_SIDE.write(out, details.positionSide());
        out.optional(details.orderId(), IdCodec.ID);
        out.decimal(details.price());
        out.decimal(details.quantity());
        out.number(details.time());
    }

    private static SeenFills.Details readDetails(BinaryReader in) {
        return new SeenFills.Details(
                EnumCodec.ORDER_SIDE.read(in),
                EnumCodec.POSITION_SIDE.read(in),
                in.optional(IdCodec.ID),
                in.decimal(),
                in.decimal(),
                in.number());
    }
}
