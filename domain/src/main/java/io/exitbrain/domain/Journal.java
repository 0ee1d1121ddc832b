package io.exitbrain.domain;

import java.util.ArrayList;
import java.util.List;

/** Collects what one step decided, in order. Lives for that step only. */
final class Journal {

    private final List<PlanChange> plans = new ArrayList<>();
    private final List<StopCommand> commands = new ArrayList<>();
    private final List<ExitEvent> events = new ArrayList<>();

    void plan(PlanChange change) {
        plans.add(change);
    }

    void command(StopCommand command) {
        commands.add(command);
    }

    void event(ExitEvent event) {
        events.add(event);
    }

    Step step(SymbolState state, boolean clockSkew) {
        return new Step(state, plans, commands, events, clockSkew);
    }
}
