package io.exitbrain.audit;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.domain.policy.Policy;
import java.util.function.Consumer;

/**
 * What an audit needs to know.
 *
 * @param policy the policy of the engine in the time of the record
 * @param rederives whether the inputs are run through the rules again
 * @param listener gets each violation at once
 */
public record AuditSettings(Policy policy, boolean rederives, Consumer<Finding> listener) {

    /** Built-in numbers, with re-derivation. */
    public static final AuditSettings DEFAULT = new AuditSettings(Policy.DEFAULT, true, finding -> {});
}
