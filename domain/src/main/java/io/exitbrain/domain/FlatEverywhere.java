package io.exitbrain.domain;

/** A tombstone on {@code positions}: the symbol is flat on every side at {@code time}, epoch milliseconds. */
public record FlatEverywhere(String symbol, long time) implements PositionUpdate {

    @Override
    public String inWords() {
        return "flat on every side";
    }

    @Override
    public SymbolPositions after(SymbolPositions known) {
        return known.with(this);
    }

    @Override
    public void actOn(SymbolTurn turn) {
        turn.flatEverywhere(this);
    }
}
