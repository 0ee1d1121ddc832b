package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.exchange.PendingOrders;
import io.exitbrain.lab.exchange.Wallet.Liquidity;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A trade under the rules of a policy. The rules get the marks and the fills of the exchange of the lab; the exchange gets their commands
 * and the legs of their plan. At one price the exchange comes first: the stop, then an exit, then the legs. The rules see the price, and
 * after it the fills of the legs, as they do live: the news of a fill comes later than the mark that caused it.
 */
final class RuledTrade extends WalletTrade {

    private final TradeLog log;
    private final Function<OpenedPosition, PolicyEngine> engines;
    private PolicyEngine engine;
    private int fills;

    /** {@code engines} gives the engine of a position that a fill opened; its commands go to {@code log}. */
    RuledTrade(OpenedPosition opened, TradeLog log, Function<OpenedPosition, PolicyEngine> engines) {
        this(opened, log, engines, engines.apply(opened));
    }

    private RuledTrade(
            OpenedPosition opened, TradeLog log, Function<OpenedPosition, PolicyEngine> engines, PolicyEngine engine) {
        super(
                opened,
                engine.plan().map(plan -> plan.terms().distance().doubleValue()).orElse(opened.defaultDistance()));
        this.log = log;
        this.engines = engines;
        this.engine = engine;
    }

    @Override
    public void price(long unscaled, int scale, long time) {
        engine.arrive(time);
        if (!engine.absorb(unscaled, scale, time)) {
            price(BigDecimal.valueOf(unscaled, scale), time);
        }
    }

    private void price(BigDecimal price, long time) {
        engine.clockTo(time);
        if (engine.orders().stopFires(price)) {
            closeAll(price, Liquidity.STOP, Exit.STOP, time);
        } else if (engine.orders().exitArrives(time)) {
            closeAll(price, Liquidity.MARKET, Exit.EXIT_COMMAND, time);
        } else {
            List<Leg> filled = filledAt(price, time);
            engine.price(price, time);
            filled.forEach(leg -> fill(leg, price, time));
        }
    }

    private List<Leg> filledAt(BigDecimal price, long time) {
        BigDecimal tick = opened().instrument().tickSize();
        return engine.openLegs().stream()
                .filter(leg -> engine.orders().fills(leg, price, time, tick))
                .toList();
    }

    private void fill(Leg leg, BigDecimal price, long time) {
        if (isOpen()) {
            engine.orders().legFilled(leg);
            boolean isLimit = PendingOrders.isLimit(leg);
            close(
                    leg.quantity(),
                    isLimit ? leg.price() : price,
                    isLimit ? Liquidity.MAKER : Liquidity.MARKET,
                    Exit.TAKE_PROFIT,
                    time);
        }
    }

    private void closeAll(BigDecimal price, Liquidity liquidity, Exit cause, long time) {
        close(engine.openQuantity(), price, liquidity, cause, time);
    }

    private void close(BigDecimal quantity, BigDecimal price, Liquidity liquidity, Exit cause, long time) {
        BigDecimal closed = quantity.min(engine.openQuantity());
        if (closed.signum() == 0) {
            return;
        }
        wallet().close(closed.doubleValue(), price.doubleValue(), liquidity);
        fills++;
        engine.fill(opened().closing(fills, closed, price, time));
        if (engine.isFlat()) {
            // What is less than one lot step counts as closed with the last of it.
            wallet().close(engine.openQuantity().doubleValue(), price.doubleValue(), Liquidity.RECORDED);
            ended(cause, time, price.doubleValue());
        }
    }

    @Override
    public void add(Fill fill, Optional<Mark> mark) {
        wallet().open(fill.quantity().doubleValue(), fill.price().doubleValue());
        if (isOpen()) {
            engine.clockTo(fill.time());
            engine.fill(fill);
        } else {
            opensAgain();
            engine = engines.apply(opened().openedAgain(fill, mark));
        }
    }

    @Override
    public void strategyExit(BigDecimal quantity, boolean isWhole, BigDecimal price, long time) {
        if (isOpen()) {
            engine.clockTo(time);
            close(isWhole ? engine.openQuantity() : quantity, price, Liquidity.RECORDED, Exit.STRATEGY, time);
        }
    }

    /** A record told the leverage of {@code positionSide} at {@code time}, epoch milliseconds. */
    void told(PositionSide positionSide, BigDecimal leverage, long time) {
        engine.clockTo(time);
        engine.told(positionSide, leverage, time);
    }

    /** The filters or the context changed. */
    void become(Instrument instrument, ExitContext context) {
        engine.become(instrument, context);
    }

    @Override
    public Activity activity() {
        return log.activity();
    }

    /** The stops that were sent so far, if they are kept. */
    List<StopHistory.SentStop> stops() {
        return log.stops();
    }

    /** The stop prices of the MOVE commands so far, if they are kept. */
    List<BigDecimal> moves() {
        return stops().stream()
                .filter(StopHistory.SentStop::isMove)
                .map(StopHistory.SentStop::price)
                .toList();
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
