package io.exitbrain.acceptance.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A second, simple implementation of section 3 of the rules: one position, one stop, prices in, commands out. */
final class NaiveStop {

    /**
     * The terms of a trailing stop.
     *
     * @param sign 1 for LONG, -1 for SHORT
     * @param lossPct stop distance as a ratio of the entry (d in the rules)
     * @param activation distance from the entry at which the trail is armed, in price
     * @param tick 0 = prices are not rounded
     * @param minStepPct smallest improvement that is sent, as a ratio of the last sent stop
     */
    record Terms(
            int sign,
            BigDecimal entry,
            BigDecimal lossPct,
            BigDecimal activation,
            Callback callback,
            List<Tightening> tighten,
            BigDecimal tick,
            BigDecimal minStepPct) {}

    /** From a profit of {@code at} on (a distance in price), {@code callback} applies. */
    record Tightening(BigDecimal at, Callback callback) {}

    /** A callback: a fixed {@code distance}, or, if that is 0, {@code ratio} of the best price. */
    record Callback(BigDecimal ratio, BigDecimal distance) {

        BigDecimal of(BigDecimal best) {
            return distance.signum() > 0 ? distance : best.multiply(ratio);
        }
    }

    private final Terms terms;
    private final BigDecimal activationPrice;
    private BigDecimal stop;
    private BigDecimal best;
    private BigDecimal sent;
    private boolean armed;
    private boolean moved;
    private boolean exited;

    NaiveStop(Terms terms) {
        this.terms = terms;
        this.best = terms.entry();
        this.activationPrice = activation(profit(terms.entry(), terms.activation()));
        this.stop = stop(
                profit(terms.entry(), terms.entry().multiply(terms.lossPct()).negate()), terms.entry());
        if (terms.activation().signum() == 0) {
            armed = true;
            trail(terms.entry());
        }
        this.sent = stop;
    }

    /** The first command. */
    String placed() {
        return "PLACE " + plain(stop);
    }

    /** The command for a mark price, if any. */
    Optional<String> on(BigDecimal price) {
        if (exited) {
            return Optional.empty();
        }
        if (!isBetter(price, stop)) {
            exited = true;
            return Optional.of("EXIT " + (moved ? "TRAILING_STOP " : "STOP_LOSS ") + plain(stop));
        }
        best = isBetter(price, best) ? price : best;
        armed |= !isBetter(activationPrice, price);
        if (armed) {
            trail(price);
        }
        BigDecimal step = sent.multiply(terms.minStepPct()).max(terms.tick());
        if (isBetter(stop, sent) && stop.subtract(sent).abs().compareTo(step) >= 0) {
            sent = stop;
            return Optional.of("MOVE " + plain(stop));
        }
        return Optional.empty();
    }

    private void trail(BigDecimal price) {
        Callback callback = terms.callback();
        for (Tightening step : terms.tighten()) {
            callback = isBetter(profit(terms.entry(), step.at()), best) ? callback : step.callback();
        }
        BigDecimal candidate = stop(profit(best, callback.of(best).negate()), price);
        if (isBetter(candidate, stop)) {
            stop = candidate;
            moved = true;
        }
    }

    /** Rounds towards the entry; away from it if the result would be at the entry. */
    private BigDecimal activation(BigDecimal exact) {
        BigDecimal near = onTick(exact, RoundingMode.FLOOR);
        return isBetter(exact, terms.entry()) && !isBetter(near, terms.entry())
                ? onTick(exact, RoundingMode.CEILING)
                : near;
    }

    /** Rounds towards the market; away from it if the result would be at or beyond the market price. */
    private BigDecimal stop(BigDecimal exact, BigDecimal market) {
        BigDecimal tight = onTick(exact, RoundingMode.CEILING);
        return isBetter(market, tight) ? tight : onTick(exact, RoundingMode.FLOOR);
    }

    /** {@code mode} is the mode for a LONG; a SHORT uses the opposite. */
    private BigDecimal onTick(BigDecimal price, RoundingMode mode) {
        if (terms.tick().signum() == 0) {
            return price;
        }
        boolean up = (mode == RoundingMode.CEILING) == (terms.sign() > 0);
        return price.divide(terms.tick(), 0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(terms.tick());
    }

    private BigDecimal profit(BigDecimal price, BigDecimal distance) {
        return price.add(distance.multiply(BigDecimal.valueOf(terms.sign())));
    }

    private boolean isBetter(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) * terms.sign() > 0;
    }

    static String plain(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
