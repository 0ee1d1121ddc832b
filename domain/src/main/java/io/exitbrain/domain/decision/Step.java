package io.exitbrain.domain.decision;

import io.exitbrain.domain.plan.SymbolState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of one input: the next state and the decisions, in order.
 *
 * @param clockSkew whether the price lagged the symbol's other inputs by more than the policy permits
 * @param ignored why the input changed nothing; empty if it counted
 */
public record Step(
        SymbolState state,
        List<Step.PlanChange> plans,
        List<StopCommand> commands,
        List<ExitEvent> events,
        boolean clockSkew,
        Optional<Step.Ignored> ignored) {

    public Step {
        plans = List.copyOf(plans);
        commands = List.copyOf(commands);
        events = List.copyOf(events);
    }

    /** Why a valid input changed nothing. */
    public enum Ignored {
        /** It was seen before. */
        DUPLICATE,
        /** It is a price that is older than the newest price. */
        STALE_PRICE,
        /** It is a row of a position that is much older than the newest row. */
        STALE_ROW
    }

    /** A change of a plan's record: a new revision, or a tombstone (empty) after the position was closed. */
    public record PlanChange(String key, Optional<ExitPlan> plan) {}

    /** Collects the decisions of a step, in order. */
    public static final class Builder {

        private final List<PlanChange> plans = new ArrayList<>();
        private final List<StopCommand> commands = new ArrayList<>();
        private final List<ExitEvent> events = new ArrayList<>();

        public void plan(PlanChange change) {
            plans.add(change);
        }

        public void command(StopCommand command) {
            commands.add(command);
        }

        public void event(ExitEvent event) {
            events.add(event);
        }

        public Step step(SymbolState state, boolean clockSkew, Optional<Ignored> ignored) {
            return new Step(state, plans, commands, events, clockSkew, ignored);
        }
    }
}
