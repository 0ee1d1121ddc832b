package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Runs one trade on a price path that is given, under all policies and without the exits of the strategy. */
public final class TradeOnPath {

    private static final int DECIMALS = 6;

    private final Settings settings;
    private final Instrument instrument;
    private final int scale;

    public TradeOnPath(Settings settings, Instrument instrument) {
        this.settings = settings;
        this.instrument = instrument;
        this.scale = instrument.isKnown()
                ? Math.max(0, instrument.tickSize().stripTrailingZeros().scale())
                : DECIMALS;
    }

    /**
     * The trade under each policy.
     *
     * @param opening gives symbol, side and quantity; the entry is the price of the path
     * @param prices at equal distances in time
     * @param first the position of the price at which it opens
     * @param stepMs the distance in time, milliseconds
     */
    public List<Trade> run(Opening opening, double[] prices, int first, long stepMs) {
        Openings openings = new Openings(opening.symbol(), settings);
        openings.become(instrument, ExitContext.NONE);
        BigDecimal entry = priceOf(prices[first]);
        Mark mark = new Mark(entry, opening.time());
        RecordedTrade trade = openings.opened(fill(opening, entry), opening.number(), Optional.of(mark));
        OpeningWatch watch = trade.watch();
        long time = opening.time();
        for (int i = first + 1; i < prices.length && !watch.isOver(time + stepMs) && isAnyOpen(watch); i++) {
            time += stepMs;
            BigDecimal price = priceOf(prices[i]);
            watch.price(price.unscaledValue().longValueExact(), scale, price.doubleValue(), time);
        }
        return trade.trades().subList(0, settings.policies().size());
    }

    private boolean isAnyOpen(OpeningWatch watch) {
        return watch.runs().stream()
                .limit(settings.policies().size())
                .anyMatch(watched -> watched.run().isOpen());
    }

    private BigDecimal priceOf(double price) {
        BigDecimal rounded = BigDecimal.valueOf(price).setScale(scale, RoundingMode.HALF_UP);
        return rounded.signum() > 0 ? rounded : BigDecimal.ONE.movePointLeft(scale);
    }

    private static Fill fill(Opening opening, BigDecimal entry) {
        return new Fill(
                opening.symbol(),
                opening.side() == Side.LONG ? OrderSide.BUY : OrderSide.SELL,
                entry,
                BigDecimal.valueOf(opening.quantity()),
                Optional.of(opening.fill()),
                Optional.empty(),
                opening.positionSide(),
                false,
                Optional.empty(),
                ExitContext.NONE,
                opening.time());
    }
}
