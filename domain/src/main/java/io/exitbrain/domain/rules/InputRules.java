package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.plan.SymbolState;
import java.util.List;

/**
 * The rules for one kind of input: a method of {@link ExitRules}.
 *
 * @param <I> the kind of input
 */
@FunctionalInterface
public interface InputRules<I> {

    /** The next state and the decisions; {@code faults} are the optional fields of the message that could not be used. */
    Step decide(SymbolState state, I input, List<FieldFault> faults, DecisionContext context);
}
