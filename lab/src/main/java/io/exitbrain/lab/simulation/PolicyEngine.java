package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.lab.exchange.LegWatch;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.exchange.PendingOrders;
import io.exitbrain.lab.rules.RuleRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The engine of one policy for one trade: its rules, and the orders at the exchange of the lab that follow from its commands. */
final class PolicyEngine {

    private final RuleRun rules;
    private final Fill opening;
    private final boolean reports;
    private final PendingOrders orders;
    private final TradeLog log;
    private final LegWatch legs;

    /** {@code reports} says whether the rules wait for the reports of the executor; {@code log} takes their commands. */
    PolicyEngine(RuleRun rules, OpenedPosition opened, boolean reports, TradeLog log) {
        this.rules = rules;
        this.opening = opened.fill();
        this.reports = reports;
        this.orders = new PendingOrders(opened.side(), opened.costs().latencyMs());
        this.log = log;
        this.legs = new LegWatch(opened.side());
        opened.mark().ifPresent(mark -> rules.price(mark.price(), mark.time()));
        fill(opening);
    }

    private SideState side() {
        return rules.state().sides().of(opening.positionSide());
    }

    Optional<LivingPlan> plan() {
        return side().plan();
    }

    BigDecimal openQuantity() {
        return side().position().quantity();
    }

    /** Whether no order can close what is open: nothing, or less than one lot step. */
    boolean isFlat() {
        return !side().isOpen() || side().isDust();
    }

    PendingOrders orders() {
        return orders;
    }

    List<Leg> openLegs() {
        return plan().map(plan -> plan.ladder().legs()).orElse(List.of()).stream()
                .filter(Leg::isOpen)
                .toList();
    }

    /** Takes a price that needs no decision and fills no order; false if it may do one of both, and nothing was done. */
    boolean absorb(long unscaled, int scale, long time) {
        if (orders.areClosing() || legs.isReachedByBest()) {
            return false;
        }
        RuleRun.Quiet quiet = rules.absorb(unscaled, scale, time, legs.isBefore(unscaled, scale));
        if (quiet == RuleRun.Quiet.BEST) {
            log.withheldMove();
        }
        return quiet != RuleRun.Quiet.NO;
    }

    /** The clock goes on to {@code time}: rules that depend on it decide, once a second. */
    void clockTo(long time) {
        for (Optional<Long> tick = rules.nextTick(time); tick.isPresent(); tick = rules.nextTick(time)) {
            Step step = rules.tick(tick.get());
            apply(step, rules.clock());
        }
    }

    /** Stops that are there at {@code time} rest from now on. */
    void arrive(long time) {
        if (!orders.hasArrival(time)) {
            return;
        }
        clockTo(time);
        for (PendingOrders.StopOrder stop : orders.arrive(time)) {
            if (reports) {
                ExecutionReport accepted = new ExecutionReport(
                        opening.symbol(),
                        stop.commandId(),
                        ExecutionReport.Status.ACCEPTED,
                        Optional.of(stop.price()),
                        Optional.empty(),
                        time);
                apply(rules.report(accepted), time);
            }
        }
    }

    void price(BigDecimal price, long time) {
        apply(rules.price(price, time), time);
    }

    void fill(Fill fill) {
        apply(rules.fill(fill), fill.time());
    }

    void told(PositionSide positionSide, BigDecimal leverage, long time) {
        apply(rules.positions(new LeverageNotice(opening.symbol(), positionSide, leverage, time)), time);
    }

    /** The filters or the context changed. */
    void become(Instrument instrument, ExitContext context) {
        rules.become(instrument, context);
        legs.mustLook();
    }

    /** Sends the commands of {@code step} at {@code time}. */
    private void apply(Step step, long time) {
        for (StopCommand command : step.commands()) {
            log.sent(command, time);
            orders.take(command, time);
        }
        legs.become(plan());
    }
}
