package io.exitbrain.domain;

/** Nothing but time has passed: what keeps silent markets moving. How much is in the {@link Circumstances}. */
public record ClockTick() implements Input {

    @Override
    public String inWords() {
        return "time passed";
    }

    @Override
    public void actOn(SymbolTurn turn) {
        turn.clock();
    }
}
