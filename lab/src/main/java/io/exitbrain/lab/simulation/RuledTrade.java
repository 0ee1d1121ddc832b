package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.exchange.PendingOrders;
import io.exitbrain.lab.exchange.Wallet.Liquidity;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A trade under the rules of a policy. The rules get the marks and the fills of the exchange of the lab; the exchange gets their commands
 * and the legs of their plan. At one price the exchange comes first: the stop, then an exit, then the legs. The rules see the price, and
 * after it the fills of the legs, as they do live: the news of a fill comes later than the mark that caused it.
 */
final class RuledTrade extends WalletTrade {

    private final PolicyEngine engine;
    private int fills;

    RuledTrade(PolicyEngine engine, OpenedPosition opened) {
        super(
                opened,
                engine.plan().map(plan -> plan.terms().distance().doubleValue()).orElse(opened.defaultDistance()));
        this.engine = engine;
    }

    @Override
    public void price(long unscaled, int scale, long time) {
        if (!engine.absorb(unscaled, scale, time)) {
            price(BigDecimal.valueOf(unscaled, scale), time);
        }
    }

    private void price(BigDecimal price, long time) {
        engine.clockTo(time);
        engine.arrive(time);
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
    public void add(Fill fill) {
        if (isOpen()) {
            engine.clockTo(fill.time());
            wallet().open(fill.quantity().doubleValue(), fill.price().doubleValue());
            engine.fill(fill);
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
        return engine.log().activity();
    }

    /** The stops that were sent so far, if they are kept. */
    List<StopHistory.SentStop> stops() {
        return engine.log().stops();
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
        return engine.log().bestStop();
    }

    @Override
    public long lockedAt() {
        return engine.log().lockedAt();
    }
}
