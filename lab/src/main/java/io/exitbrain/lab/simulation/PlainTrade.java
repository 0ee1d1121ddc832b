package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.exchange.Prices;
import io.exitbrain.lab.exchange.Wallet.Liquidity;
import io.exitbrain.lab.recorded.RecordedExit;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** A trade without a policy: a stop that never moves, or none, and the exits of the strategy. */
final class PlainTrade extends WalletTrade {

    private final boolean hasStop;
    private OptionalDouble stop;
    private BigDecimal quantity;

    /** {@code distance} is the stop distance as a ratio of the entry; it gives the stop if {@code hasStop}. */
    PlainTrade(OpenedPosition opened, double distance, boolean hasStop) {
        super(opened, distance);
        this.hasStop = hasStop;
        this.stop = stopAt(opened.entry());
        this.quantity = opened.fill().quantity();
    }

    private OptionalDouble stopAt(double entry) {
        double sign = opened().side() == Side.LONG ? 1 : -1;
        return hasStop ? OptionalDouble.of(entry * (1 - sign * distance())) : OptionalDouble.empty();
    }

    @Override
    public void price(long unscaled, int scale, long time) {
        if (stop.isPresent() && isOpen()) {
            double price = Prices.value(unscaled, scale);
            boolean fires = opened().side() == Side.LONG ? price <= stop.getAsDouble() : price >= stop.getAsDouble();
            if (fires) {
                close(quantity, price, Liquidity.STOP, Exit.STOP, time);
            }
        }
    }

    private void close(BigDecimal amount, double price, Liquidity liquidity, Exit cause, long time) {
        BigDecimal closed = amount.min(quantity);
        quantity = quantity.subtract(closed);
        wallet().close(closed.doubleValue(), price, liquidity);
        if (quantity.signum() == 0) {
            ended(cause, time, price);
        }
    }

    @Override
    public void add(Fill fill, Optional<Mark> mark) {
        if (!isOpen()) {
            opensAgain();
            stop = stopAt(fill.price().doubleValue());
        }
        quantity = quantity.add(fill.quantity());
        wallet().open(fill.quantity().doubleValue(), fill.price().doubleValue());
    }

    @Override
    public void strategyExit(BigDecimal amount, boolean isWhole, BigDecimal price, long time) {
        recordedExit(new RecordedExit(amount, isWhole, price, time, Exit.STRATEGY));
    }

    /** A recorded fill closes some or all of it, whatever its cause was. */
    void recordedExit(RecordedExit recorded) {
        if (isOpen()) {
            close(
                    recorded.isWhole() ? quantity : recorded.quantity(),
                    recorded.price().doubleValue(),
                    Liquidity.RECORDED,
                    recorded.cause(),
                    recorded.time());
        }
    }

    @Override
    public Activity activity() {
        return new Activity(0, 0, 0);
    }

    @Override
    public OptionalDouble bestStop() {
        return stop;
    }

    @Override
    public long lockedAt() {
        return -1;
    }
}
