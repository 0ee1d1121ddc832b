package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Everything the engine knows about one symbol: the value of the {@code exit-plans} store.
 *
 * @param mark the newest mark price
 * @param newestEventTime newest time of any input: the symbol's clock, epoch milliseconds
 * @param newestOtherTime newest time of an input that is no price
 * @param instances how many position instances there have been, on all sides
 * @param reportsSeen whether the executor ever reported for this symbol
 */
public record SymbolState(
        String symbol,
        SideStates sides,
        SeenFills fills,
        Optional<Mark> mark,
        long newestEventTime,
        long newestOtherTime,
        int instances,
        boolean reportsSeen) {

    /** A symbol of which nothing is known. */
    public static SymbolState unknown(String symbol) {
        return new SymbolState(
                symbol, SideStates.EMPTY, SeenFills.NONE, Optional.empty(), Times.NEVER, Times.NEVER, 0, false);
    }

    /**
     * Whether {@code before} differs from this only in the newest times and mark, which are written with the next change and cost
     * nothing if they are lost.
     */
    public boolean isWrittenAs(SymbolState before) {
        return sides.equals(before.sides)
                && instances == before.instances
                && reportsSeen == before.reportsSeen
                && fills.equals(before.fills);
    }

    /** This state, as it was written, with what {@link #isWrittenAs} leaves out. */
    public SymbolState with(Latest latest) {
        return new SymbolState(
                symbol, sides, fills, latest.mark(), latest.eventTime(), latest.otherTime(), instances, reportsSeen);
    }

    /** This state with {@code mark}: all that a price in the {@code QuietBand} changes. */
    public SymbolState marked(Mark mark) {
        return with(new Latest(Optional.of(mark), Math.max(newestEventTime, mark.time()), newestOtherTime));
    }

    /**
     * This state with {@code best} as the best price of its one open position, and the stop behind it: all that a price that
     * {@code QuietBand} counts as an improvement changes beside the mark.
     */
    public SymbolState improvedTo(BigDecimal best) {
        SideStates improved = sides;
        for (PositionSide side : PositionSide.values()) {
            SideState state = sides.of(side);
            improved = state.isOpen() ? improved.with(state.improvedTo(best)) : improved;
        }
        return new SymbolState(symbol, improved, fills, mark, newestEventTime, newestOtherTime, instances, reportsSeen);
    }

    /**
     * The newest things known of a symbol.
     *
     * @param mark the newest mark price
     * @param eventTime newest time of any input, epoch milliseconds
     * @param otherTime newest time of an input that is no price, epoch milliseconds
     */
    public record Latest(Optional<Mark> mark, long eventTime, long otherTime) {}
}
