package io.exitbrain.domain;

/** Wall time in milliseconds that passed since the symbol's newest record was processed here: what keeps silent markets moving. */
public record ClockTick(long wallPassedMs) implements Input {

    public ClockTick {
        Require.that(wallPassedMs >= 0, "wallPassedMs must be >= 0, was %s", wallPassedMs);
    }

    @Override
    public String inWords() {
        return wallPassedMs + " ms later";
    }

    @Override
    public void actOn(SymbolTurn turn) {
        turn.clock(wallPassedMs);
    }
}
