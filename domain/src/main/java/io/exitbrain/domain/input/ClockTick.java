package io.exitbrain.domain.input;

import io.exitbrain.domain.rules.DecisionContext;

/** Nothing but time has passed: what keeps silent markets moving. How much is in the {@link DecisionContext}. */
public record ClockTick() implements Input {

    @Override
    public String describe() {
        return "time passed";
    }
}
