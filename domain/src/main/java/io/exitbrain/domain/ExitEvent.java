package io.exitbrain.domain;

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
        EventKind event,
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
    public static final String REPORT_RULE = Rule.REPORT.label();

    /** The stop and the quantity it covers; the stop is empty where none exists. */
    public record Protection(Optional<BigDecimal> stopPrice, BigDecimal quantity) {}
}
