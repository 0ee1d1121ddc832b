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
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.simulation.Wallet.Liquidity;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A trade under the rules of a policy. The rules get the marks and the fills of the exchange of the lab; the exchange gets their commands
 * and the legs of their plan. At one price the exchange comes first: the stop, then an exit, then the legs. Then the rules see the price.
 */
final class RuledTrade implements TradeRun {

    private final RuleRun rules;
    private final OpenedPosition opened;
    private final boolean reports;
    private final Wallet wallet;
    private final PendingOrders orders;
    private final TradeLog log;
    private final LegWatch legs;
    private final double distance;
    private int fills;
    private Exit exit = Exit.OPEN;
    private Ending ending = new Ending(Exit.OPEN, 0, 0);

    /** {@code reports} says whether the rules wait for the reports of the executor. */
    RuledTrade(RuleRun rules, OpenedPosition opened, boolean reports, boolean keepsMoves) {
        this.rules = rules;
        this.opened = opened;
        this.reports = reports;
        this.wallet = opened.wallet();
        this.orders = new PendingOrders(opened.side(), opened.costs().latencyMs());
        this.log = new TradeLog(opened.side(), opened.fill().price(), keepsMoves);
        this.legs = new LegWatch(opened.side());
        opened.mark().ifPresent(mark -> rules.price(mark.price(), mark.time()));
        wallet.open(opened.quantity(), opened.entry());
        apply(rules.fill(opened.fill()), opened.fill().time());
        this.distance =
                plan().map(plan -> plan.terms().distance().doubleValue()).orElse(opened.defaultDistance());
    }

    /** The stop distance of the plan as a ratio of the entry, or the policy's default if there is no plan. */
    double distance() {
        return distance;
    }

    private SideState side() {
        return rules.state().sides().of(opened.fill().positionSide());
    }

    private Optional<LivingPlan> plan() {
        return side().plan();
    }

    @Override
    public boolean isOpen() {
        return exit == Exit.OPEN;
    }

    @Override
    public void price(long unscaled, int scale, long time) {
        if (!orders.areOnTheWay() && !legs.isReachedByBest()) {
            switch (rules.absorb(unscaled, scale, time, legs.isBefore(unscaled, scale))) {
                case MARK -> {
                    return;
                }
                case BEST -> {
                    log.withheldMove();
                    return;
                }
                case NO -> {}
            }
        }
        price(BigDecimal.valueOf(unscaled, scale), time);
    }

    private void price(BigDecimal price, long time) {
        clockTo(time);
        arrive(time);
        if (orders.stopFires(price)) {
            closeAll(price, Liquidity.STOP, Exit.STOP, time);
        } else if (orders.exitArrives(time)) {
            closeAll(price, Liquidity.MARKET, Exit.EXIT_COMMAND, time);
        } else {
            fillLegs(price, time);
        }
        if (isOpen()) {
            apply(rules.price(price, time), time);
        }
    }

    private void clockTo(long time) {
        for (Optional<Long> tick = rules.nextTick(time); tick.isPresent() && isOpen(); tick = rules.nextTick(time)) {
            Step step = rules.tick(tick.get());
            apply(step, rules.clock());
        }
    }

    private void arrive(long time) {
        for (PendingOrders.StopOrder stop : orders.arrive(time)) {
            if (reports) {
                ExecutionReport accepted = new ExecutionReport(
                        opened.fill().symbol(),
                        stop.commandId(),
                        ExecutionReport.Status.ACCEPTED,
                        Optional.of(stop.price()),
                        Optional.empty(),
                        time);
                apply(rules.report(accepted), time);
            }
        }
    }

    private void fillLegs(BigDecimal price, long time) {
        List<Leg> open = plan().map(plan -> plan.ladder().legs()).orElse(List.of()).stream()
                .filter(Leg::isOpen)
                .toList();
        for (Leg leg : open) {
            if (isOpen() && orders.fills(leg, price, time, opened.instrument().tickSize())) {
                orders.legFilled(leg);
                Liquidity liquidity = PendingOrders.isLimit(leg) ? Liquidity.MAKER : Liquidity.MARKET;
                close(
                        leg.quantity(),
                        PendingOrders.isLimit(leg) ? leg.price() : price,
                        liquidity,
                        Exit.TAKE_PROFIT,
                        time);
            }
        }
    }

    private void closeAll(BigDecimal price, Liquidity liquidity, Exit cause, long time) {
        close(side().position().quantity(), price, liquidity, cause, time);
    }

    private void close(BigDecimal quantity, BigDecimal price, Liquidity liquidity, Exit cause, long time) {
        BigDecimal closed = quantity.min(side().position().quantity());
        if (closed.signum() == 0) {
            return;
        }
        wallet.close(closed.doubleValue(), price.doubleValue(), liquidity);
        fills++;
        Step step = rules.fill(opened.closing(fills, closed, price, time));
        // What is less than one lot step can be closed by no order: it counts as closed with the last of it.
        if (!side().isOpen() || side().isDust()) {
            wallet.close(side().position().quantity().doubleValue(), price.doubleValue(), Liquidity.RECORDED);
            exit = cause;
            ending = new Ending(cause, time, price.doubleValue());
        }
        apply(step, time);
    }

    /** Sends the commands of {@code step} at {@code time}. */
    private void apply(Step step, long time) {
        for (StopCommand command : step.commands()) {
            log.sent(command, time);
            orders.take(command, time);
        }
        legs.become(plan());
    }

    @Override
    public void add(Fill fill) {
        clockTo(fill.time());
        if (isOpen()) {
            wallet.open(fill.quantity().doubleValue(), fill.price().doubleValue());
            apply(rules.fill(fill), fill.time());
        }
    }

    @Override
    public void strategyExit(BigDecimal quantity, boolean isWhole, BigDecimal price, long time) {
        clockTo(time);
        if (isOpen()) {
            BigDecimal open = side().position().quantity();
            close(isWhole ? open : quantity, price, Liquidity.RECORDED, Exit.STRATEGY, time);
        }
    }

    /** A record told the leverage of {@code positionSide} at {@code time}, epoch milliseconds. */
    void told(PositionSide positionSide, BigDecimal leverage, long time) {
        clockTo(time);
        if (isOpen()) {
            apply(rules.positions(new LeverageNotice(opened.fill().symbol(), positionSide, leverage, time)), time);
        }
    }

    /** The filters or the context changed. */
    void become(Instrument instrument, ExitContext context) {
        rules.become(instrument, context);
        legs.mustLook();
    }

    @Override
    public void fund(Funding.Payment payment, double price) {
        wallet.fund(payment.rate(), price);
    }

    @Override
    public Ending ending(double price, long time) {
        return isOpen() ? new Ending(Exit.OPEN, time, price) : ending;
    }

    @Override
    public Money money(double price) {
        return wallet.at(price, opened.riskAt(distance));
    }

    @Override
    public Activity activity() {
        return log.activity();
    }

    /** The stop prices of the MOVE commands so far, if they are kept. */
    List<BigDecimal> moves() {
        return log.moves();
    }

    @Override
    public OptionalDouble bestStop() {
        return log.bestStop();
    }

    @Override
    public long lockedAt() {
        return log.lockedAt();
    }
}
