package io.exitbrain.domain.decision;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One decision in the audit trail ({@code exit-events}).
 *
 * @param version the plan's newest command version after the decision; empty without a plan
 * @param rule the rule that decided, as numbered in docs/rules.md
 * @param time epoch milliseconds
 */
public record ExitEvent(
        ExitEvent.Kind event,
        Optional<String> planId,
        String symbol,
        PositionSide positionSide,
        Optional<Integer> version,
        String rule,
        Optional<Reason> reason,
        Optional<Protection> before,
        Optional<Protection> after,
        Optional<String> detail,
        long time) {

    /** The rule named by everything that an execution report led to. */
    public static final String REPORT_RULE = RuleId.REPORT.label();

    /** The stop and the quantity it covers; the stop is empty where none exists. */
    public record Protection(Optional<BigDecimal> stopPrice, BigDecimal quantity) {}

    /** The kinds of decision in the audit trail. */
    public enum Kind {
        PLANNED,
        REVISED,
        STOP_MOVED,
        ARMED,
        TRIGGERED,
        CLOSED,
        /** Valid but impossible, or an optional field that cannot be used: nothing was changed by it. */
        REFUSED,
        UNPROTECTED,
        PROTECTED,
        CONFIRMED,
        REJECTED
    }
}
