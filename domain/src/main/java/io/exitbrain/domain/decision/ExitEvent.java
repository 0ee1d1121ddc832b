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

    /** The stop price and the quantity that it covers; the price is empty if there is no stop. */
    public record Protection(Optional<BigDecimal> stopPrice, BigDecimal quantity) {}

    /** An event that belongs to no plan and changes nothing; {@code time} in epoch milliseconds. */
    public static ExitEvent withoutPlan(
            Kind kind, String symbol, PositionSide positionSide, RuleId rule, String detail, long time) {
        return new ExitEvent(
                kind,
                Optional.empty(),
                symbol,
                positionSide,
                Optional.empty(),
                rule.label(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(detail),
                time);
    }

    /** The kinds of decision in the audit trail. */
    public enum Kind {
        PLANNED,
        REVISED,
        STOP_MOVED,
        ARMED,
        TRIGGERED,
        CLOSED,
        /** The input was valid but impossible, or an optional field was invalid; it changed nothing. */
        REFUSED,
        UNPROTECTED,
        PROTECTED,
        CONFIRMED,
        REJECTED,
        /** A report on a command that is no longer the newest of its plan, or whose plan has ended; it changed nothing. */
        OUTDATED,
        /** What is open is less than one lot step: no order can close it, and its plan ends. */
        DUST
    }
}
