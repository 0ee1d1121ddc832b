package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An open position with its plan and the plan that a new fill of the same size at the same entry would get.
 *
 * @param living the plan that it has
 * @param fresh the plan that the rules make for the fill; empty if the entry is not known
 * @param exit why the rules would close such a position at once; empty if they would not
 */
record Replanned(ExitPlan living, Optional<ExitPlan> fresh, Optional<Reason> exit) {

    /** {@code time} in epoch milliseconds. The fill has the strategy of the living plan and no other hint. */
    static Replanned of(ExitPlan living, DecisionContext context, long time) {
        return living.entryPrice()
                .filter(entry -> living.quantity().signum() > 0)
                .map(entry -> ExitRules.onFill(
                        SymbolState.unknown(living.symbol()), fill(living, entry, time), List.of(), context))
                .map(step -> new Replanned(living, planIn(step), exitIn(step)))
                .orElseGet(() -> new Replanned(living, Optional.empty(), Optional.empty()));
    }

    private static Fill fill(ExitPlan living, BigDecimal entry, long time) {
        return new Fill(
                living.symbol(),
                orderSide(living),
                entry,
                living.quantity(),
                Optional.empty(),
                Optional.empty(),
                living.positionSide(),
                false,
                Optional.of(living.leverage()).filter(told -> living.leverageKnown()),
                hints(living),
                time);
    }

    private static OrderSide orderSide(ExitPlan living) {
        return OrderSide.BUY.opens() == living.side() ? OrderSide.BUY : OrderSide.SELL;
    }

    private static ExitContext hints(ExitPlan living) {
        return new ExitContext(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                living.strategyId(),
                Optional.empty());
    }

    private static Optional<ExitPlan> planIn(Step step) {
        return step.plans().stream()
                .map(Step.PlanChange::plan)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reason> exitIn(Step step) {
        return step.commands().stream()
                .filter(command -> command.action() == Action.EXIT)
                .map(StopCommand::reason)
                .findFirst();
    }
}
