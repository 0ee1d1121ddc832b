package io.exitbrain.serdes;

import io.exitbrain.domain.FillIds;
import io.exitbrain.domain.Mark;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Slots;
import io.exitbrain.domain.SymbolState;

/**
 * Version 1 of the state of a symbol.
 *
 * <pre>
 * symbol · slot BOTH · slot LONG · slot SHORT · fill ids · mark? · newest event time · newest other time · instances · reports seen
 *          └ {@link SlotCodec}: position · times · held snapshot? · plan? · unprotected since
 *            └ {@link PlanCodec}: identity · terms · ladder · stop · orders · instrument · revision · updated at
 *                          {@link TermsCodec} ┘                 └ {@link OrdersCodec}
 * </pre>
 */
final class SymbolStateCodec implements Codec<SymbolState> {

    private static final Codec<Mark> MARK = Codec.of(SymbolStateCodec::writeMark, SymbolStateCodec::readMark);

    @Override
    public void write(BinaryWriter out, SymbolState state) {
        out.text(state.symbol());
        for (PositionSide side : SlotCodec.ORDER) {
            SlotCodec.write(out, state.slots().of(side));
        }
        out.list(state.fills().ids(), IdCodec.ID);
        out.optional(state.mark(), MARK);
        out.number(state.newestEventTime());
        out.number(state.newestOtherTime());
        out.number(state.instances());
        out.flag(state.reportsSeen());
    }

    @Override
    public SymbolState read(BinaryReader in) {
        return new SymbolState(
                in.text(),
                slots(in),
                new FillIds(in.list(IdCodec.ID)),
                in.optional(MARK),
                in.number(),
                in.number(),
                in.integer(),
                in.flag());
    }

    private static Slots slots(BinaryReader in) {
        Slots slots = Slots.EMPTY;
        for (PositionSide side : SlotCodec.ORDER) {
            slots = slots.with(SlotCodec.read(in, side));
        }
        return slots;
    }

    private static void writeMark(BinaryWriter out, Mark mark) {
        out.decimal(mark.price());
        out.number(mark.time());
    }

    private static Mark readMark(BinaryReader in) {
        return new Mark(in.decimal(), in.number());
    }
}
