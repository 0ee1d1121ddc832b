package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The state of one symbol: the value of the {@code exit-plans} store.
 *
 * @param mark the newest mark price, of the price feed or of a snapshot
 * @param newestPriceTime newest time of a price of the price feed, epoch milliseconds
 * @param newestEventTime newest time of any input (the symbol's clock), epoch milliseconds
 * @param newestOtherTime newest time of an input that is not a price, epoch milliseconds
 * @param instances number of position instances so far, on all sides
 * @param reportsSeen whether the executor has reported on a command of this symbol
 * @param toldFaults the faults of optional fields that events have told
 */
public record SymbolState(
        String symbol,
        SideStates sides,
        SeenFills fills,
        Optional<Mark> mark,
        long newestPriceTime,
        long newestEventTime,
        long newestOtherTime,
        int instances,
        boolean reportsSeen,
        ToldFaults toldFaults) {

    /** The state of a new symbol. */
    public static SymbolState unknown(String symbol) {
        return new SymbolState(
                symbol,
                SideStates.EMPTY,
                SeenFills.NONE,
                Optional.empty(),
                Times.NEVER,
                Times.NEVER,
                Times.NEVER,
                0,
                false,
                ToldFaults.NONE);
    }

    /**
     * Whether {@code before} differs from this only in the newest times and the mark. These are written with the next change. If a crash
     * loses them, no decision is lost.
     */
    public boolean isWrittenAs(SymbolState before) {
        return sides.equals(before.sides)
                && instances == before.instances
                && reportsSeen == before.reportsSeen
                && fills.equals(before.fills)
                && toldFaults.equals(before.toldFaults);
    }

    /** This written state with the newest times and mark, which {@link #isWrittenAs} ignores. */
    public SymbolState with(Latest latest) {
        return new SymbolState(
                symbol,
                sides,
                fills,
                latest.mark(),
                latest.priceTime(),
                latest.eventTime(),
                latest.otherTime(),
                instances,
                reportsSeen,
                toldFaults);
    }

    /** This state with {@code mark} of the price feed. A price in the {@code QuietBand} changes nothing else. */
    public SymbolState marked(Mark mark) {
        return with(
                new Latest(Optional.of(mark), mark.time(), Math.max(newestEventTime, mark.time()), newestOtherTime));
    }

    /**
     * This state after {@code best} became the best price of its one open position and the stop followed it. A price that
     * {@code QuietBand} counts as an improvement changes only this and the mark.
     */
    public SymbolState improvedTo(BigDecimal best) {
        SideStates improved = sides;
        for (PositionSide side : PositionSide.values()) {
            SideState state = sides.of(side);
            improved = state.plan().isPresent() ? improved.with(state.improvedTo(best)) : improved;
        }
        return new SymbolState(
                symbol,
                improved,
                fills,
                mark,
                newestPriceTime,
                newestEventTime,
                newestOtherTime,
                instances,
                reportsSeen,
                toldFaults);
    }

    /**
     * The newest mark and input times of a symbol.
     *
     * @param mark the newest mark price
     * @param priceTime newest time of a price of the price feed, epoch milliseconds
     * @param eventTime newest time of any input, epoch milliseconds
     * @param otherTime newest time of an input that is not a price, epoch milliseconds
     */
    public record Latest(Optional<Mark> mark, long priceTime, long eventTime, long otherTime) {}
}
