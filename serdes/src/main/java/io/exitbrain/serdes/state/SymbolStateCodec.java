package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.SeenFills;
import io.exitbrain.domain.plan.SideStates;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.plan.ToldFaults;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.util.Optional;

/**
 * The codec of a symbol's state.
 *
 * <pre>
 * symbol · side BOTH · side LONG · side SHORT · seen fills · mark? · newest price time · newest event time · newest other time
 *          │                                          · instances · reports seen · told faults
 *          └ {@link SideStateCodec}: position · account · times · awaited? · plan? · unprotected since · told? · dust
 *            └ {@link PlanCodec}: identity · terms · ladder · stop · sent · instrument · revision · updated at
 *                          {@link PlanTermsCodec} ┘                 └ {@link SentCommandsCodec}
 * </pre>
 */
final class SymbolStateCodec implements Codec<SymbolState> {

    private static final Codec<ToldFaults.Told> TOLD = Codec.of(
            (out, told) -> {
                out.text(told.field());
                out.number(told.toldAt());
                out.number(told.untold());
            },
            in -> new ToldFaults.Told(in.text(), in.number(), in.integer()));
    private static final Codec<Mark> MARK = Codec.of(SymbolStateCodec::writeMark, SymbolStateCodec::readMark);

    @Override
    public void write(BinaryWriter out, SymbolState state) {
        out.text(state.symbol());
        for (PositionSide side : SideStateCodec.ORDER) {
            SideStateCodec.write(out, state.sides().of(side));
        }
        out.list(state.fills().fills(), SeenFillCodec.SEEN_FILL);
        out.optional(state.mark(), MARK);
        out.number(state.newestPriceTime());
        out.number(state.newestEventTime());
        out.number(state.newestOtherTime());
        out.number(state.instances());
        out.flag(state.reportsSeen());
        out.list(state.toldFaults().faults(), TOLD);
    }

    @Override
    public SymbolState read(BinaryReader in) {
        String symbol = in.text();
        SideStates sides = sides(in);
        SeenFills fills = new SeenFills(in.list(SeenFillCodec.SEEN_FILL));
        Optional<Mark> mark = in.optional(MARK);
        return new SymbolState(
                symbol,
                sides,
                fills,
                mark,
                in.since(3) ? in.number() : mark.map(Mark::time).orElse(Times.NEVER),
                in.number(),
                in.number(),
                in.integer(),
                in.flag(),
                in.since(3) ? new ToldFaults(in.list(TOLD)) : ToldFaults.NONE);
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
