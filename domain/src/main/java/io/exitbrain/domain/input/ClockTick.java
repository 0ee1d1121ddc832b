package io.exitbrain.domain.input;

import io.exitbrain.domain.rules.DecisionContext;

/** A tick of the wall clock, for symbols without new records. The elapsed time is in the {@link DecisionContext}. */
public record ClockTick() implements Input {

    @Override
    public String describe() {
        return "time passed";
    }
}
