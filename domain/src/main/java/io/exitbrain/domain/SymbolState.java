package io.exitbrain.domain;

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
        Slots slots,
        FillIds fills,
        Optional<Mark> mark,
        long newestEventTime,
        long newestOtherTime,
        int instances,
        boolean reportsSeen) {

    /** A symbol of which nothing is known. */
    public static SymbolState unknown(String symbol) {
        return new SymbolState(symbol, Slots.EMPTY, FillIds.NONE, Optional.empty(), Times.NEVER, Times.NEVER, 0, false);
    }

    /**
     * Whether {@code before} differs from this only in the newest times and mark, which are written with the next change and cost
     * nothing if they are lost.
     */
    public boolean isWrittenAs(SymbolState before) {
        return slots.equals(before.slots)
                && instances == before.instances
                && reportsSeen == before.reportsSeen
                && fills.equals(before.fills);
    }

    /** This state, as it was written, with what {@link #isWrittenAs} leaves out. */
    public SymbolState with(Newest newest) {
        return new SymbolState(
                symbol, slots, fills, newest.mark(), newest.eventTime(), newest.otherTime(), instances, reportsSeen);
    }

    /** This state with {@code mark}: all that a price in the {@link QuietBand} changes. */
    public SymbolState marked(Mark mark) {
        return with(new Newest(Optional.of(mark), Math.max(newestEventTime, mark.time()), newestOtherTime));
    }

    /**
     * This state with {@code best} as the best price of its one open position, and the stop behind it: all that a price that
     * {@link QuietBand#improves} the best changes beside the mark.
     */
    public SymbolState improvedTo(BigDecimal best) {
        Slots improved = slots;
        for (PositionSide side : PositionSide.values()) {
            Slot slot = slots.of(side);
            improved = slot.isOpen() ? improved.with(slot.improvedTo(best)) : improved;
        }
        return new SymbolState(symbol, improved, fills, mark, newestEventTime, newestOtherTime, instances, reportsSeen);
    }

    public boolean hasOpenPosition() {
        return slots.both().isOpen()
                || slots.longSide().isOpen()
                || slots.shortSide().isOpen();
    }
}
