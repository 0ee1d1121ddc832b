package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.SeenFills;
import io.exitbrain.domain.plan.SideStates;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;

/**
 * The codec of a symbol's state.
 *
 * <pre>
 * symbol · side BOTH · side LONG · side SHORT · seen fills · mark? · newest event time · newest other time · instances · reports seen
 *          └ {@link SideStateCodec}: position · account · times · awaited? · plan? · unprotected since
 *            └ {@link PlanCodec}: identity · terms · ladder · stop · sent · instrument · revision · updated at
 *                          {@link PlanTermsCodec} ┘                 └ {@link SentCommandsCodec}
 * </pre>
 */
final class SymbolStateCodec implements Codec<SymbolState> {

    private static final Codec<Mark> MARK = Codec.of(SymbolStateCodec::writeMark, SymbolStateCodec::readMark);

    @Override
    public void write(BinaryWriter out, SymbolState state) {
        out.text(state.symbol());
        for (PositionSide side : SideStateCodec.ORDER) {
            SideStateCodec.write(out, state.sides().of(side));
        }
        out.list(state.fills().fills(), SeenFillCodec.SEEN_FILL);
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
                sides(in),
                new SeenFills(in.list(SeenFillCodec.SEEN_FILL)),
                in.optional(MARK),
                in.number(),
                in.number(),
                in.integer(),
                in.flag());
    }

    private static SideStates sides(BinaryReader in) {
        SideStates sides = SideStates.EMPTY;
        for (PositionSide side : SideStateCodec.ORDER) {
            sides = sides.with(SideStateCodec.read(in, side));
        }
        return sides;
    }

    private static void writeMark(BinaryWriter out, Mark mark) {
        out.decimal(mark.price());
        out.number(mark.time());
    }

    private static Mark readMark(BinaryReader in) {
        return new Mark(in.decimal(), in.number());
    }
}
