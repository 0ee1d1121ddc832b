package io.exitbrain.domain;

/** The rules as one pure function: state, input and circumstances give the next state and the decisions. No clock, no random, no I/O. */
public final class ExitRules {

    private ExitRules() {}

    /** What {@code input} means for the symbol in {@code state}. Same arguments, same answer. */
    public static Step decide(SymbolState state, Input input, Circumstances around) {
        SymbolTurn turn = new SymbolTurn(state, around);
        input.actOn(turn);
        return turn.end();
    }
}
