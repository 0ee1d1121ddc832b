package io.exitbrain.lab.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;

/** Makes the rules of a policy for a symbol. */
@FunctionalInterface
public interface RuleRunFactory {

    RuleRun of(String symbol, Policy policy, Instrument instrument, ExitContext exitContext);
}
