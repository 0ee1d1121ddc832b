package io.exitbrain.topology.flow;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.state.SymbolStates;
import java.util.List;

/** Applies the rules to one input of one symbol: it reads the state, decides, emits the decisions and keeps the state. */
final class Decider {

    private final SymbolStates states;
    private final Emitter emitter;
    private final FlowContext flow;

    Decider(SymbolStates states, Emitter emitter, FlowContext flow) {
        this.states = states;
        this.emitter = emitter;
        this.flow = flow;
    }

    /**
     * Decides on {@code input} and emits the decisions with {@code timestamp}; both times are epoch milliseconds.
     *
     * @return the symbol after the step
     */
    <I extends Input> SymbolEntry decide(
            SymbolEntry symbol, I input, List<FieldFault> faults, InputRules<I> rules, long timestamp, long nowMs) {
        DecisionContext context = symbol.context().after(symbol.wallElapsedMs(nowMs), flow.ageMs(timestamp, nowMs));
        SymbolState before = symbol.state();
        Step step = rules.decide(before, input, faults, context);
        // Forward first, store second: if forwarding fails, the state is unchanged and the next record decides again.
        emitter.emit(step, input, timestamp);
        SymbolEntry after = states.keep(symbol, step.state(), nowMs);
        flow.vitals().decided(before, input, step, nowMs);
        // Only a record can be ignored, so the topic is there.
        step.ignored().ifPresent(why -> flow.vitals().ignored(why, step.state(), emitter.topic(), nowMs));
        return after;
    }
}
