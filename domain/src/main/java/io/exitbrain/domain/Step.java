package io.exitbrain.domain;

import java.util.List;

/**
 * What one input led to: the next state and the decisions, in order.
 *
 * @param clockSkew the price came too far behind the symbol's other inputs
 */
public record Step(
        SymbolState state,
        List<PlanChange> plans,
        List<StopCommand> commands,
        List<ExitEvent> events,
        boolean clockSkew) {

    public Step {
        plans = List.copyOf(plans);
        commands = List.copyOf(commands);
        events = List.copyOf(events);
    }
}
