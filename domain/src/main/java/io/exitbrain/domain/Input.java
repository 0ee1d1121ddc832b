package io.exitbrain.domain;

import java.util.List;

/** Something the engine decides on: one record of an input topic, or a tick of the wall clock. */
public sealed interface Input permits Fill, PositionUpdate, MarkPrice, ExecutionReport, ClockTick {

    /** Optional fields of the message that could not be used; each is named in a REFUSED event. */
    default List<FieldFault> faults() {
        return List.of();
    }

    /** This input in a few words of the trade, for the audit trail. */
    String inWords();

    /** Lets this input act on the symbol's state: what a kind does is its own answer. */
    void actOn(SymbolTurn turn);
}
